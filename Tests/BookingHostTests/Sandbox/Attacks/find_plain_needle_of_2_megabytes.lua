-- expect: limit_work|limit_memory
-- A plain search in megabytes.
return {
  access = "staff",
  check = function(draft, facts)
    local hay = ('a'):rep(3000000)
    while true do hay:find(('a'):rep(1500000) .. 'b', 1, true) end
  end,
}
