-- expect: limit_memory|limit_work
-- A long text many times over.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('x'):rep(1000000)
    while true do string.format('%s%s%s', s, s, s) end
  end,
}
