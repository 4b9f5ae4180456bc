-- expect: limit_output|limit_work|limit_memory
-- A label of seven megabytes.
return {
  access = "staff",
  label = function(draft, facts) return ("x"):rep(7000000) end,
}
