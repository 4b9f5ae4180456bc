-- expect: result|limit_output|limit_work
-- Thirty tables that are a thousand million when written out.
return {
  access = "staff",
  label = function(draft, facts) local t = {} for i = 1, 30 do t = { t, t } end return t end,
}
