-- expect: limit_work
-- A list that grows as it is walked.
return {
  access = "staff",
  check = function(draft, facts)
    local t = { 1 }
    for i in ipairs(t) do t[i + 1] = i end
  end,
}
