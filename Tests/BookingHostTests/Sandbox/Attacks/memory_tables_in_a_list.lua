-- expect: limit_memory|limit_work
-- A list of tables.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    while true do t[#t + 1] = {} end
  end,
}
