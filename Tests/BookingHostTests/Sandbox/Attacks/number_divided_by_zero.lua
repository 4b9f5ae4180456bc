-- expect: runtime
-- An integer divided by zero.
return {
  access = "staff",
  check = function(draft, facts)
    return 1 // 0
  end,
}
