-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('('):rep(200000)):gsub('%b()', '')
  end,
}
