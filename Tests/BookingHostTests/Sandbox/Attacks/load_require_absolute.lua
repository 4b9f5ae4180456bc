-- expect: refused_at_load
-- An absolute path.
return require "/etc/passwd"
