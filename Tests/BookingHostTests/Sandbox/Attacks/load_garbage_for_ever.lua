-- expect: limit_work
-- The collector runs while loading; its work is paid for.
local t = {}
for i = 1, 10000 do t[i] = {} end
while true do local x = {} end
return { access = "staff" }
