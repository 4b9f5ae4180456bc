-- expect: runtime
-- There is no such function.
return {
  access = "staff",
  check = function(draft, facts)
    rawequal(1, 1)
  end,
}
