-- expect: harmless
-- The draft is a copy: the booking is for the party that was asked for.
return {
  access = "staff",
  check = function(draft, facts)
    draft.party = 1000
    draft.name = nil
    facts.load = nil
  end,
}
