-- expect: result
-- Half a surrogate pair.
return {
  access = "staff",
  label = function(draft, facts) return "\xed\xa0\x80" end,
}
