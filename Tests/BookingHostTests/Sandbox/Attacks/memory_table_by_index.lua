-- expect: limit_memory|limit_work
-- A list of a thousand million.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 1e9 do t[i] = i end
  end,
}
