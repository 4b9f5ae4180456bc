-- expect: limit_work|refused_at_load
-- Asking for a missing file again and again.
while true do require "lib.nothing" end
