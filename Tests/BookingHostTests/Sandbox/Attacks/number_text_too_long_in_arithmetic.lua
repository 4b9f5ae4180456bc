-- expect: runtime
-- But not when they are absurd.
return {
  access = "staff",
  check = function(draft, facts)
    return ('1'):rep(1000000) + 1
  end,
}
