-- expect: limit_output|limit_work
-- Recording again and again.
return {
  access = "staff",
  check = function(draft, facts)
    while true do warn("a", "b") end
  end,
}
