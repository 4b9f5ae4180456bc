-- expect: limit_memory|limit_work
-- A longer text each time: what was freed is counted too.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('x'):rep(10000)
    while true do s = s .. 'x' end
  end,
}
