-- expect: limit_stack
-- Through a comparison.
return {
  access = "staff",
  check = function(draft, facts)
    local function f() table.sort({ 2, 1 }, f) end
    f()
  end,
}
