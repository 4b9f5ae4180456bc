-- expect: limit_work|limit_memory
-- Work in C is charged by what it goes through.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('A'):rep(1000000)
    while true do s:lower() end
  end,
}
