-- expect: limit_work|limit_memory
-- Setting and clearing keys makes a full table rehash again and again.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 4000 do t[i + 0.5] = i end
    local k = 0
    while true do t[-k] = 1 t[-k] = nil k = k + 1 end
  end,
}
