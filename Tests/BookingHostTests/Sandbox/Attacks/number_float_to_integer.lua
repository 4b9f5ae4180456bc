-- expect: runtime
-- A float that is no integer.
return {
  access = "staff",
  check = function(draft, facts)
    return 2^63 | 0
  end,
}
