-- expect: result
-- A limit that is no count.
-- judged by the host
return {
  access = "staff",
  covers = function(draft, facts) return 2^63 end,
}
