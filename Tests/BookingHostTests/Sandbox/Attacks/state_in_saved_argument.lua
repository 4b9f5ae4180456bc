-- expect: runtime|harmless
-- An argument that is kept is gone by the next call.
local saved
return {
  access = "staff",
  covers = function(draft) saved = saved or draft return draft.party end,
  check = function() return saved and saved.name end,
}
