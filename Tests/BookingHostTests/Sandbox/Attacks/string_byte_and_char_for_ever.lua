-- expect: limit_work|limit_memory
-- To bytes and back.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('x'):rep(4000)
    while true do string.char(s:byte(1, -1)) end
  end,
}
