-- expect: result|limit_work|limit_memory
-- A table a million deep.
return {
  access = "staff",
  label = function(draft, facts) local t = {} for i = 1, 1e6 do t = { t } end return t end,
}
