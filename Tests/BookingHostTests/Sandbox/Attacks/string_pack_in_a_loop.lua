-- expect: limit_work|limit_memory
-- A hundred kilobytes at a time.
return {
  access = "staff",
  check = function(draft, facts)
    while true do string.pack('c100000', 'x') end
  end,
}
