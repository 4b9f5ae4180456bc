-- expect: limit_stack
-- Through gsub.
return {
  access = "staff",
  check = function(draft, facts)
    local function f() return (('x'):gsub('x', f)) end
    f()
  end,
}
