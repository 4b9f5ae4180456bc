-- expect: runtime
-- A range that would wrap around.
return {
  access = "staff",
  check = function(draft, facts)
    table.move({ 1 }, math.mininteger, math.maxinteger, 2)
  end,
}
