-- expect: result
-- Recording what is not a number.
return {
  access = "staff",
  check = function(draft, facts)
    refuse("a", 0/0)
  end,
}
