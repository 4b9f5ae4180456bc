-- expect: result
-- A text where a number is meant.
-- judged by the host
return {
  access = "staff",
  covers = function(draft, facts) return "4" end,
}
