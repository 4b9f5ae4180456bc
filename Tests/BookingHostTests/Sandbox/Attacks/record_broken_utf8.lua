-- expect: result
-- Recording broken text.
return {
  access = "staff",
  check = function(draft, facts)
    refuse("a", "\xff")
  end,
}
