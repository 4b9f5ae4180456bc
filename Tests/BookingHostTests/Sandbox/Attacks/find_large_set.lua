-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('a'):rep(100000)):find('[' .. ('b'):rep(100000) .. ']')
  end,
}
