-- expect: refused_at_load
-- A name of a megabyte.
return require(("a"):rep(1000000))
