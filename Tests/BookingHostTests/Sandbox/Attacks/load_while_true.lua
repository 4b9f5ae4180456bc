-- expect: limit_work
-- The loop runs while the file is loaded.
while true do end
return { access = "staff" }
