-- expect: limit_work
-- A range of nearly all integers.
return {
  access = "staff",
  check = function(draft, facts)
    table.move({ 1 }, 1, math.maxinteger - 1, 2)
  end,
}
