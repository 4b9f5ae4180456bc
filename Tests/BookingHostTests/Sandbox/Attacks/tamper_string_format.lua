-- expect: runtime
-- All of it.
return {
  access = "staff",
  check = function(draft, facts)
    string.format = nil
  end,
}
