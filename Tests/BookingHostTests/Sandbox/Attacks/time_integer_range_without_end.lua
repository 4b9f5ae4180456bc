-- expect: limit_work
-- From the least integer to the greatest.
return {
  access = "staff",
  check = function(draft, facts)
    for i = math.mininteger, math.maxinteger do end
  end,
}
