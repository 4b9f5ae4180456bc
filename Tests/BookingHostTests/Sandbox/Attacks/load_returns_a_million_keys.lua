-- expect: refused_at_load|limit_work|limit_memory|limit_output
-- A mode with a great many entries.
local t = { access = 'staff' }
for i = 1, 3000 do t['k' .. i] = ('x'):rep(200) end
return t
