-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    (('ab'):rep(50000)):find('%f[%d].-%f[%u].-x')
  end,
}
