-- expect: result
-- Half a cover.
-- judged by the host
return {
  access = "staff",
  covers = function(draft, facts) return 4.5 end,
}
