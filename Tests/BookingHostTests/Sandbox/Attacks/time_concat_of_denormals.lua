-- expect: limit_work
-- The same with the smallest floats.
return {
  access = "staff",
  check = function(draft, facts)
    local x = 5e-324 * 3
    while true do local s = x .. x end
  end,
}
