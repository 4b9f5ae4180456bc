-- expect: limit_work
-- One call with a huge range.
return {
  access = "staff",
  check = function(draft, facts)
    table.move({}, 1, 1e10, 2)
  end,
}
