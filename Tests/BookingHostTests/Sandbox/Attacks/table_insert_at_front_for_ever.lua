-- expect: limit_work|limit_memory
-- Each insertion moves all elements.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 5000 do t[i] = i end
    while true do table.insert(t, 1, 0) end
  end,
}
