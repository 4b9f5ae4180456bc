-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('a'):rep(3000)):find(('.-'):rep(4) .. 'b')
  end,
}
