-- expect: result|limit_output|limit_work
-- A list of a hundred thousand.
return {
  access = "staff",
  label = function(draft, facts) local t = {} for i = 1, 100000 do t[i] = i end return t end,
}
