-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('a'):rep(20000)):match('a+a+a+$b')
  end,
}
