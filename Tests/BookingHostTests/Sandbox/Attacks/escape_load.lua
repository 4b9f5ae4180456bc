-- expect: runtime
-- There is no such function.
return {
  access = "staff",
  check = function(draft, facts)
    load("return 1")
  end,
}
