-- expect: limit_work
-- Tail calls take no stack, so only the budget ends them.
return {
  access = "staff",
  check = function(draft, facts)
    local function f() return f() end
    f()
  end,
}
