-- expect: limit_work
-- Counting characters goes through all bytes.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('\u{4E00}'):rep(100000)
    while true do utf8.len(s) end
  end,
}
