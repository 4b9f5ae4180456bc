-- expect: runtime
-- And its rest.
return {
  access = "staff",
  check = function(draft, facts)
    return 1 % 0
  end,
}
