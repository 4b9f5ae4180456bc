-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('a'):rep(300)):find(('(a-)'):rep(30) .. 'b')
  end,
}
