-- expect: harmless
-- So does what is kept in a table of the file.
local seen = {}
return {
  access = "staff",
  check = function(draft)
    assert(#seen == 0, "a rule remembered")
    seen[1] = draft.name
  end,
}
