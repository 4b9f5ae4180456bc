-- expect: limit_output|result|limit_work
-- A list of long texts.
return {
  access = "staff",
  label = function(draft, facts) local t = {} for i = 1, 1000 do t[i] = ("x"):rep(1000) end return t end,
}
