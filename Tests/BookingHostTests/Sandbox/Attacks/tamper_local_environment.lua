-- expect: harmless
-- A local named _ENV is its own business.
return {
  access = "staff",
  check = function(draft, facts)
    local _ENV = { x = 1 }
    x = 2
  end,
}
