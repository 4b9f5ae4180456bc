-- expect: limit_work
-- Backtracking is charged step by step.
return {
  access = "staff",
  check = function(draft, facts)
    for x in (('a'):rep(200000)):gmatch('.-b') do end
  end,
}
