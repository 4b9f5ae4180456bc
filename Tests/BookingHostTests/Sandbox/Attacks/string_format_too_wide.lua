-- expect: runtime
-- Three digits of width.
return {
  access = "staff",
  check = function(draft, facts)
    string.format('%100d', 1)
  end,
}
