-- expect: result
-- More than any number.
return {
  access = "staff",
  covers = function(draft, facts) return 1/0 end,
}
