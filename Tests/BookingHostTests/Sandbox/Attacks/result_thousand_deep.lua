-- expect: result
-- A table a thousand deep.
return {
  access = "staff",
  label = function(draft, facts) local t = {} for i = 1, 1000 do t = { t } end return t end,
}
