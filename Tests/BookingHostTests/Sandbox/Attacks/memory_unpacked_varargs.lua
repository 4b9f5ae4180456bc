-- expect: limit_memory|limit_work|limit_stack
-- Argument lists in argument lists.
return {
  access = "staff",
  check = function(draft, facts)
    local function f(...) return f(...), ... end
    f(table.unpack({}, 1, 4000))
  end,
}
