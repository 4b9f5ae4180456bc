-- expect: limit_work
-- pow in a loop.
return {
  access = "staff",
  check = function(draft, facts)
    local a = 1.0000001
    while true do local x = a ^ 1e9 end
  end,
}
