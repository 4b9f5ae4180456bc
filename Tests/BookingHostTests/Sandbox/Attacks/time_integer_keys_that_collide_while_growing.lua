-- expect: limit_work
-- A table that grows moves its keys in one instruction, each along the chain.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    for k = 1, 66000 do t[k * 131071] = k end
  end,
}
