-- expect: refused_at_load
-- A file without a mode.
local x = 1
