-- expect: limit_work
-- Thousands of values, over and over.
return {
  access = "staff",
  check = function(draft, facts)
    while true do select('#', table.unpack({}, 1, 4000)) end
  end,
}
