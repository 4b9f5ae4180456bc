-- expect: limit_output|limit_work|limit_memory
-- Recording five megabytes.
return {
  access = "staff",
  check = function(draft, facts)
    refuse("a", ("x"):rep(5000000))
  end,
}
