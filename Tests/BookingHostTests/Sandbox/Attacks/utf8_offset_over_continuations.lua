-- expect: limit_work
-- A megabyte of continuation bytes.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('\x80'):rep(1000000)
    while true do utf8.offset(s, 0, 1000000) end
  end,
}
