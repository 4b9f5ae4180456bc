-- expect: refused_at_load
-- A function of the library is none of the rule's.
return { access = "staff", check = tostring }
