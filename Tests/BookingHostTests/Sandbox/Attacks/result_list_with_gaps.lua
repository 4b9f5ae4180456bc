-- expect: result
-- A list with gaps.
return {
  access = "staff",
  label = function(draft, facts) return { 1, nil, 3 } end,
}
