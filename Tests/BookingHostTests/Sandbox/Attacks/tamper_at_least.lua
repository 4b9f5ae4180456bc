-- expect: runtime
-- A role that does not exist.
return {
  access = "staff",
  check = function(draft, facts)
    at_least("emperor")
  end,
}
