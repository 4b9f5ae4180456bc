-- expect: harmless
-- A counter starts anew with every decision.
local n = 0
return {
  access = "staff",
  check = function()
    n = n + 1
    assert(n == 1, "a rule remembered")
  end,
}
