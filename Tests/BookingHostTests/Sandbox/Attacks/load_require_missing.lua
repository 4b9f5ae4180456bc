-- expect: refused_at_load
-- A file that is not there.
return require "lib.nothing"
