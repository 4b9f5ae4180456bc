-- expect: refused_at_load
-- Reading a global that is not there gives nil; calling it is an error.
nosuch()
return { access = "staff" }
