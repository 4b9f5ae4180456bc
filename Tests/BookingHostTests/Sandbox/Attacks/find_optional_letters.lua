-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('x'):rep(28)):find(('x?'):rep(28) .. ('x'):rep(28) .. 'y')
  end,
}
