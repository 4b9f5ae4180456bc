-- expect: refused_at_load
-- A mode that contains itself.
local t = { access = "staff" }
t.t = t
return t
