-- expect: limit_memory
-- Refused before it is built.
return {
  access = "staff",
  check = function(draft, facts)
    ('x'):rep(1000000000)
  end,
}
