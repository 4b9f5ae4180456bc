-- expect: limit_work|limit_memory
-- Writing out a thousand floats in one call.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 1000 do t[i] = 1e300 / i end
    while true do table.concat(t) end
  end,
}
