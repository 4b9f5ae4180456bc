-- expect: refused_at_load
-- A name that leads out of the directory.
return require "../../etc/passwd"
