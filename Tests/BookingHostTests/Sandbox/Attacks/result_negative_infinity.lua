-- expect: result
-- Less than any number.
return {
  access = "staff",
  covers = function(draft, facts) return -math.huge end,
}
