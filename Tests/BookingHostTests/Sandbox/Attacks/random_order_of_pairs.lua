-- expect: harmless
-- pairs has one order.
return {
  access = "staff",
  check = function(draft, facts)
    local order = {}
    for k in pairs({ b = 1, a = 2, [2] = 3, [1] = 4, [true] = 5, [0.5] = 6 }) do order[#order + 1] = tostring(k) end
    assert(table.concat(order, ' ') == '0.5 1 2 a b true')
  end,
}
