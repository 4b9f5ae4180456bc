-- expect: limit_memory|limit_work
-- The same with texts.
local s = 'x'
while true do s = s .. s end
return { access = 'staff' }
