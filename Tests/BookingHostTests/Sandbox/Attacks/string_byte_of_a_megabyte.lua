-- expect: runtime
-- More values than one call gives.
return {
  access = "staff",
  check = function(draft, facts)
    (('a'):rep(1000000)):byte(1, -1)
  end,
}
