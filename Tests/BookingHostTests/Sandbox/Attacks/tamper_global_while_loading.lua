-- expect: refused_at_load
-- Writing a global while loading.
counter = 0
return { access = "staff" }
