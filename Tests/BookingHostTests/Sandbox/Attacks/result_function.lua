-- expect: result
-- A function where a value is wanted.
return {
  access = "staff",
  label = function(draft, facts) return function() end end,
}
