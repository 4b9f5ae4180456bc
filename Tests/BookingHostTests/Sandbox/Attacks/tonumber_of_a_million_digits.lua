-- expect: limit_work
-- Reading a number of a million digits.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('1'):rep(1000000)
    while true do tonumber(s) end
  end,
}
