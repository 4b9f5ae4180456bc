-- expect: limit_work
-- A comparison that contradicts itself ends too.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 10000 do t[i] = i % 7 end
    table.sort(t, function() return true end)
  end,
}
