-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    for x in (('a'):rep(1000000)):gmatch('') do end
  end,
}
