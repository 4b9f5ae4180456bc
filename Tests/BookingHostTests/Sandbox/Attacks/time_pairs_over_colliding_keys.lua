-- expect: limit_work
-- Going through such a table finds each key anew.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for k = 1, 1000 do t[k * 1023] = k end
    while true do pairs(t) end
  end,
}
