-- expect: runtime
-- A level that does not exist.
return {
  access = "staff",
  check = function(draft, facts)
    error("x", math.maxinteger)
  end,
}
