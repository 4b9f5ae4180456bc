-- expect: result
-- Keys that are not text.
return {
  access = "staff",
  label = function(draft, facts) return { [true] = 1 } end,
}
