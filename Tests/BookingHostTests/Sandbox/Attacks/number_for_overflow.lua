-- expect: harmless
-- A loop that ends at the last integer.
return {
  access = "staff",
  check = function(draft, facts)
    local n = 0
    for i = math.maxinteger - 1, math.maxinteger do n = n + 1 end
    assert(n == 2)
  end,
}
