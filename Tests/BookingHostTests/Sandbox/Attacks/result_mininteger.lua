-- expect: result
-- The least integer.
-- judged by the host
return {
  access = "staff",
  covers = function(draft, facts) return math.mininteger end,
}
