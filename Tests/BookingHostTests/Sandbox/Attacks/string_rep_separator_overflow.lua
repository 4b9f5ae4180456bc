-- expect: runtime
-- A length that overflows.
return {
  access = "staff",
  check = function(draft, facts)
    ('x'):rep(math.maxinteger, 'yy')
  end,
}
