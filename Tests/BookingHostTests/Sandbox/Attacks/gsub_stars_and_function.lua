-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('x'):rep(5000)):gsub('x*x*y', function() end)
  end,
}
