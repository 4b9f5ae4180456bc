-- expect: limit_memory|limit_work
-- Tables that hold tables.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    while true do t = { t } end
  end,
}
