-- expect: limit_work|limit_memory
-- Texts that differ at their ends only.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 100 do t[i] = ('x'):rep(10000) .. i end
    while true do table.sort(t) end
  end,
}
