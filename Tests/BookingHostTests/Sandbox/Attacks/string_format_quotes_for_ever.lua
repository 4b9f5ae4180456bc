-- expect: limit_work|limit_memory
-- Quoting a long text.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('\1'):rep(100000)
    while true do string.format('%q', s) end
  end,
}
