-- expect: limit_work
-- The plainest loop.
return {
  access = "staff",
  check = function(draft, facts)
    while true do end
  end,
}
