-- expect: limit_memory|limit_work
-- Twenty doublings are a million.
return {
  access = "staff",
  check = function(draft, facts)
    local s = 'x'
    for i = 1, 40 do s = s:gsub('x', 'xx') end
  end,
}
