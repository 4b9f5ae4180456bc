-- expect: runtime
-- Nor that one.
return {
  access = "staff",
  check = function(draft, facts)
    error("x", math.mininteger)
  end,
}
