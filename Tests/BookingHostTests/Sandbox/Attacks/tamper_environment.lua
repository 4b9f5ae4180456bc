-- expect: runtime
-- A rule may lose its own environment, and with it everything: its error.
return {
  access = "staff",
  check = function(draft, facts)
    _ENV = {}
    return tostring(1)
  end,
}
