-- expect: refused_at_load
-- A key that no mode has.
-- judged by the host
return { access = "staff", pcall = true }
