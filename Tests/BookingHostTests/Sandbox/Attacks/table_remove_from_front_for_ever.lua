-- expect: limit_work
-- Each removal moves all elements.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 5000 do t[i] = i end
    while true do table.remove(t, 1) table.insert(t, 1) end
  end,
}
