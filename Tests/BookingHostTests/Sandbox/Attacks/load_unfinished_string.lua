-- expect: syntax
-- A text that was not closed.
return { access = "staff", label = "Walk
