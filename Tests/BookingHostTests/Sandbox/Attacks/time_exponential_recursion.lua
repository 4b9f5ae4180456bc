-- expect: limit_work
-- Never deep, but it branches.
return {
  access = "staff",
  check = function(draft, facts)
    local function f(n) if n > 0 then f(n - 1) f(n - 1) end end
    f(100)
  end,
}
