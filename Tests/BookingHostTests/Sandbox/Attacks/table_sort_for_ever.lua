-- expect: limit_work
-- Sorting again and again.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 10000 do t[i] = -i end
    while true do table.sort(t) end
  end,
}
