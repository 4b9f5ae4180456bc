-- expect: limit_memory|limit_work
-- Closures without end.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    while true do t[#t + 1] = function() return t end end
  end,
}
