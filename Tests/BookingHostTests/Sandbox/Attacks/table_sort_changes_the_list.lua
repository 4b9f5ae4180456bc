-- expect: harmless
-- The list is changed while it is sorted.
return {
  access = "staff",
  check = function(draft, facts)
    local t = { 3, 1, 2, 5, 4 }
    table.sort(t, function(a, b) t[#t] = nil return a < b end)
  end,
}
