-- expect: limit_memory|limit_work
-- Memory is used up while the file is loaded.
local t = {}
while true do t[#t + 1] = { t } end
return { access = "staff" }
