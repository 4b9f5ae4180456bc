-- expect: limit_work
-- A string that goes on over lines must not hide the operator after it.
return {
  access = "staff",
  check = function(draft, facts)
    local a, b = 1e308, 3e-308
    local s = "\z
      " while true do local x = a % b x = a % b end
  end,
}
