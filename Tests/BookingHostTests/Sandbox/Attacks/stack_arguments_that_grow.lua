-- expect: limit_stack|limit_work
-- One argument more each time.
return {
  access = "staff",
  check = function(draft, facts)
    local function f(...) return f(1, ...) end
    f()
  end,
}
