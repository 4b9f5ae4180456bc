-- expect: limit_work|limit_memory
-- A megabyte at a time.
return {
  access = "staff",
  check = function(draft, facts)
    while true do ('x'):rep(1000000) end
  end,
}
