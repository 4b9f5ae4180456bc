-- expect: harmless
-- Nothing, a thousand million times, is nothing.
return {
  access = "staff",
  check = function(draft, facts)
    assert((''):rep(1e9) == '')
  end,
}
