-- expect: limit_work
-- A pathological pattern while the file is loaded.
local x = (('a'):rep(3000)):find(('.-'):rep(4) .. 'b')
return { access = 'staff' }
