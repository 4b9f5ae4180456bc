-- expect: limit_work
-- next looks at every key: quadratic over a large list.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 10000 do t[i] = i end
    local k
    repeat k = next(t, k) until not k
  end,
}
