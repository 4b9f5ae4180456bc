-- expect: result
-- A table that contains itself.
return {
  access = "staff",
  label = function(draft, facts) local t = {} t.t = t return t end,
}
