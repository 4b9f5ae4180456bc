-- expect: limit_work
-- Colliding keys while the file is loaded.
local t = {}
for k = 1, 66000 do t[k * 131071] = k end
return { access = 'staff' }
