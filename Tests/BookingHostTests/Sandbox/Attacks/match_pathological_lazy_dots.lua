-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('a'):rep(3000)):match('^' .. ('.-'):rep(6) .. 'b$')
  end,
}
