-- expect: result
-- Nothing where a number is meant.
-- judged by the host
return {
  access = "staff",
  covers = function(draft, facts) return nil end,
}
