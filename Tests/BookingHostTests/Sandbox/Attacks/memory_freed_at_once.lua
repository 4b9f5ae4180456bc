-- expect: limit_memory|limit_work
-- What is freed counts as well: there is no collector to be kept busy.
return {
  access = "staff",
  check = function(draft, facts)
    while true do local s = ('x'):rep(50000) end
  end,
}
