-- expect: limit_work
-- fmod while the file is loaded.
local a, b = 1e308, 3e-308
while true do local x = a % b end
return { access = 'staff' }
