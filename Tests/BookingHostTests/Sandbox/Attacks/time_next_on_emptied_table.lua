-- expect: limit_work
-- Empty slots have to be skipped each time.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 3000 do t['k' .. i] = i end
    for k in pairs(t) do t[k] = nil end
    while true do next(t) end
  end,
}
