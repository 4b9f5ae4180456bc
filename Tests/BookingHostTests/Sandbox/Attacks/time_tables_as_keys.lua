-- expect: limit_work|limit_memory
-- Keys hashed by where they lie.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for i = 1, 1e9 do t[{}] = i end
  end,
}
