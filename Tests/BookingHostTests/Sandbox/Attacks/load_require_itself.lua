-- expect: refused_at_load
-- A file that requires itself.
return require "load_require_itself"
