-- expect: runtime
-- error(nil) too.
return {
  access = "staff",
  check = function(draft, facts)
    error(nil)
  end,
}
