-- expect: limit_work
-- The same at a smaller size.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for k = 1, 17000 do t[k * 16383] = k end
  end,
}
