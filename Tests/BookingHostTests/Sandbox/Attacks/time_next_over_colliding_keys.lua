-- expect: limit_work
-- The same with next.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for k = 1, 200 do t[k * 255] = k end
    local k
    while true do k = next(t, k) end
  end,
}
