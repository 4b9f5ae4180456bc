-- expect: refused_at_load
-- Not while loading either.
string.format = nil
return { access = "staff" }
