-- expect: result
-- A slash, written too long.
return {
  access = "staff",
  label = function(draft, facts) return "\xc0\xaf" end,
}
