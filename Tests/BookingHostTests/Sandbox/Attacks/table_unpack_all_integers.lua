-- expect: runtime
-- A range whose size overflows.
return {
  access = "staff",
  check = function(draft, facts)
    table.unpack({}, math.mininteger, math.maxinteger)
  end,
}
