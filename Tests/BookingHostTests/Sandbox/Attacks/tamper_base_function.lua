-- expect: runtime
-- The base functions are not to be replaced.
return {
  access = "staff",
  check = function(draft, facts)
    pairs = nil
  end,
}
