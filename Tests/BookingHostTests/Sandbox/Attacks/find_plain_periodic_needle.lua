-- expect: limit_work
-- A needle that nearly matches everywhere.
return {
  access = "staff",
  check = function(draft, facts)
    local hay, needle = ('a'):rep(200000), ('a'):rep(120) .. 'b' .. ('a'):rep(120)
    while true do hay:find(needle, 1, true) end
  end,
}
