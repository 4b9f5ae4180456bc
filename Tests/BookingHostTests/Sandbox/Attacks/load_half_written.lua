-- expect: syntax
-- A file that was cut off.
return {
  access = "staff",
  check = function(draft, facts)
    if draft.party > 
