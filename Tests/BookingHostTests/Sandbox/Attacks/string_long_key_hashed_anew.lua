-- expect: limit_work|limit_memory
-- A long text is hashed when it is a key.
return {
  access = "staff",
  check = function(draft, facts)
    local t = { [('a'):rep(1000000)] = 1 }
    while true do local x = t[('a'):rep(1000000)] end
  end,
}
