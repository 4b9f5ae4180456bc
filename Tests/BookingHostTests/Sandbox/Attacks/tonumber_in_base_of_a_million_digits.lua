-- expect: limit_work
-- The same in another base.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('1'):rep(1000000)
    while true do tonumber(s, 7) end
  end,
}
