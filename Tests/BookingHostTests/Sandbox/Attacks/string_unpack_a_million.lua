-- expect: runtime
-- As many results.
return {
  access = "staff",
  check = function(draft, facts)
    string.unpack(('b'):rep(1000000), ('x'):rep(1000000))
  end,
}
