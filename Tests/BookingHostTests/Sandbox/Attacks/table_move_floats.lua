-- expect: limit_work
-- The same with floats for bounds.
return {
  access = "staff",
  check = function(draft, facts)
    table.move({}, 1.0, 1e10, 2.0)
  end,
}
