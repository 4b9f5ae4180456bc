-- expect: limit_work
-- A loop without a loop.
return {
  access = "staff",
  check = function(draft, facts)
    ::again:: goto again
  end,
}
