-- expect: limit_stack
-- Recursion while the file is loaded.
local function f() return 1 + f() end
return { access = "staff", label = f() }
