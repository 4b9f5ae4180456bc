-- expect: limit_work
-- And by every function that takes a number.
return {
  access = "staff",
  check = function(draft, facts)
    local s = '1.' .. ('0'):rep(1000)
    while true do ('x'):sub(s, s) end
  end,
}
