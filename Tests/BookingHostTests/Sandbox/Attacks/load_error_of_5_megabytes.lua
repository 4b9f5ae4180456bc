-- expect: refused_at_load
-- A message of five megabytes, while loading.
error((('x'):rep(1000)):rep(5000))
