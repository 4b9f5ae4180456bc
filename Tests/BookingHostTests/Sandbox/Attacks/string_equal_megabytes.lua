-- expect: limit_work
-- Comparing equal texts goes through all of them: one instruction.
return {
  access = "staff",
  check = function(draft, facts)
    local a, b = ('a'):rep(1000000) .. 'x', ('a'):rep(1000000) .. 'x'
    while true do local same = a == b end
  end,
}
