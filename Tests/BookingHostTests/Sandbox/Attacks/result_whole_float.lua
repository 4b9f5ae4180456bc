-- expect: harmless
-- 4.0 is a whole number.
return {
  access = "staff",
  covers = function(draft, facts) return draft.party + 0.0 end,
}
