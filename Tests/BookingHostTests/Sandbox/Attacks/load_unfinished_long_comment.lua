-- expect: syntax
-- A comment that was not closed.
return { access = "staff" } --[[ and
