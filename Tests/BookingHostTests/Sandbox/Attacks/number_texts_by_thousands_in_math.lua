-- expect: limit_work
-- Thousands of them in one call.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 4000 do t[i] = '0.' .. ('123456789'):rep(100) end
    local function f(...) while true do math.max(...) end end
    f(table.unpack(t))
  end,
}
