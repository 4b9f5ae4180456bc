-- expect: runtime
-- From the least to the greatest integer.
return {
  access = "staff",
  check = function(draft, facts)
    table.concat({}, '', math.mininteger, math.maxinteger)
  end,
}
