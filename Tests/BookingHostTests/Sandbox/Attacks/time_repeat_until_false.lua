-- expect: limit_work
-- A loop without a body.
return {
  access = "staff",
  check = function(draft, facts)
    repeat until false
  end,
}
