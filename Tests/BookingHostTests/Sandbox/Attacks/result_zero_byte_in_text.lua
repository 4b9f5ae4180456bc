-- expect: result
-- A text with a zero byte.
return {
  access = "staff",
  label = function(draft, facts) return "a\0b" end,
}
