-- expect: runtime
-- Thirty-three captures.
return {
  access = "staff",
  check = function(draft, facts)
    ('x'):find(('()'):rep(33))
  end,
}
