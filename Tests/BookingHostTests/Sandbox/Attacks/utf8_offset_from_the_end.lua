-- expect: limit_work
-- A million characters back.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('a'):rep(1000000)
    while true do utf8.offset(s, -1000000) end
  end,
}
