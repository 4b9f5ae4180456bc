-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('x'):rep(2000)):find(('x.*'):rep(5) .. 'y')
  end,
}
