-- expect: limit_work|limit_memory
-- A megabyte at a time.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 1000 do t[i] = ('x'):rep(1000) end
    while true do table.concat(t) end
  end,
}
