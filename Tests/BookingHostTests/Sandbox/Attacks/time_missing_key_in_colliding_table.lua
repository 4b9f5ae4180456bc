-- expect: limit_work
-- A key that is not there is looked for in the whole chain.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for k = 1, 250 do t[k * 255] = k end
    while true do local x = t[255 * 1000] x = t[255 * 1000] end
  end,
}
