-- expect: result
-- A text that is not UTF-8.
return {
  access = "staff",
  label = function(draft, facts) return "\xff\xfe" end,
}
