-- expect: limit_work
-- Small ones without end.
return {
  access = "staff",
  check = function(draft, facts)
    local hay, needle = ('ab'):rep(100000), ('ab'):rep(100) .. 'c'
    while true do hay:find(needle, 1, true) end
  end,
}
