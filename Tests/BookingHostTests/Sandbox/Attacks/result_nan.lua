-- expect: result
-- Not a number.
return {
  access = "staff",
  covers = function(draft, facts) return 0/0 end,
}
