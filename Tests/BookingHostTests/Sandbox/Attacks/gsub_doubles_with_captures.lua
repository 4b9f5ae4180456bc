-- expect: limit_memory|limit_work
-- The same by way of %0.
return {
  access = "staff",
  check = function(draft, facts)
    local s = 'x'
    for i = 1, 40 do s = s:gsub('.', '%0%0') end
  end,
}
