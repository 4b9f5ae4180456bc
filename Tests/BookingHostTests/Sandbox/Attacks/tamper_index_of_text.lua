-- expect: runtime
-- A text has no fields to set.
return {
  access = "staff",
  check = function(draft, facts)
    ('x').rep = nil
  end,
}
