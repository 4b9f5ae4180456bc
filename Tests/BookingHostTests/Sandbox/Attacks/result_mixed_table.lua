-- expect: result
-- Names and positions in one.
return {
  access = "staff",
  label = function(draft, facts) return { 1, 2, x = 3 } end,
}
