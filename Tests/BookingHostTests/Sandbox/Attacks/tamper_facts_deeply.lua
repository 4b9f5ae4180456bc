-- expect: harmless
-- So are the facts.
return {
  access = "staff",
  check = function(draft, facts)
    facts.restaurant.timezone = "Nowhere"
    facts.staff = { role = "owner" }
    facts.start.date = "1999-01-01"
  end,
}
