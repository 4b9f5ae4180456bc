-- expect: runtime
-- New fields too.
return {
  access = "staff",
  check = function(draft, facts)
    string.foo = 1
  end,
}
