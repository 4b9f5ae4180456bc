-- expect: limit_stack
-- A for in a for in a for.
return {
  access = "staff",
  check = function(draft, facts)
    local function f() for _ in f do end end
    f()
  end,
}
