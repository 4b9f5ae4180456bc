-- expect: runtime
-- Recursion of the matcher is bounded, as in Lua.
return {
  access = "staff",
  check = function(draft, facts)
    (('a'):rep(300)):find(('(a'):rep(31) .. ('a?'):rep(250))
  end,
}
