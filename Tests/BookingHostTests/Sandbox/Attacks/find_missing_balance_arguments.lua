-- expect: runtime
-- %b at the end of a pattern.
return {
  access = "staff",
  check = function(draft, facts)
    ('x'):find('x%b')
  end,
}
