-- expect: refused_at_load
-- A mode that is no table.
return 42
