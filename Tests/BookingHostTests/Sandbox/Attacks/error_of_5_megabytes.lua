-- expect: runtime
-- A message of five megabytes is cut.
return {
  access = "staff",
  check = function(draft, facts)
    error((("x"):rep(1000)):rep(5000))
  end,
}
