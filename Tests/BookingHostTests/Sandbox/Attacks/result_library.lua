-- expect: result
-- The library itself.
return {
  access = "staff",
  label = function(draft, facts) return string end,
}
