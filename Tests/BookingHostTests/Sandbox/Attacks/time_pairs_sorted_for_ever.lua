-- expect: limit_work
-- Every pairs puts the keys in order.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 2000 do t[('k'):rep(30) .. i] = i end
    while true do for k in pairs(t) do break end end
  end,
}
