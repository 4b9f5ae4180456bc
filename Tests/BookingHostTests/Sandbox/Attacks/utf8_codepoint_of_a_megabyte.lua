-- expect: runtime
-- More values than one call gives.
return {
  access = "staff",
  check = function(draft, facts)
    utf8.codepoint(('a'):rep(1000000), 1, -1)
  end,
}
