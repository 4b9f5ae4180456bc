-- expect: limit_work|limit_memory
-- The widest number there is.
return {
  access = "staff",
  check = function(draft, facts)
    while true do string.format('%99.99f', 1e308) end
  end,
}
