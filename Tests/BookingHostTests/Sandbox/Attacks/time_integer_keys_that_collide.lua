-- expect: limit_work
-- Integers chosen to fall into one chain: each lookup walks them all.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for k = 1, 500 do t[k * 511] = k end
    while true do local x = t[511] x = t[511] end
  end,
}
