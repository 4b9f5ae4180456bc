-- expect: harmless
-- A small one with nonsense for a comparison is harmless.
return {
  access = "staff",
  check = function(draft, facts)
    local n, t = 0, {}
    for i = 1, 50 do t[i] = i end
    table.sort(t, function() n = n + 1 return n // 3 == n / 3 end)
  end,
}
