-- expect: limit_work
-- So does ordering them.
return {
  access = "staff",
  check = function(draft, facts)
    local a, b = ('a'):rep(1000000) .. 'x', ('a'):rep(1000000) .. 'y'
    while true do local less = a < b end
  end,
}
