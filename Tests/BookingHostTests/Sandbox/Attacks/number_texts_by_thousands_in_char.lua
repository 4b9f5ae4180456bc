-- expect: limit_work
-- The same where bytes are wanted.
return {
  access = "staff",
  check = function(draft, facts)
    local s, t = '65.' .. ('0'):rep(900), {}
    for i = 1, 4000 do t[i] = s end
    local function f(...) while true do string.char(...) end end
    f(table.unpack(t))
  end,
}
