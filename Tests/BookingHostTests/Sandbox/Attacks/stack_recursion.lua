-- expect: limit_stack
-- Recursion without an end.
return {
  access = "staff",
  check = function(draft, facts)
    local function f() return 1 + f() end
    f()
  end,
}
