-- expect: limit_work
-- fmod of the largest by the smallest takes microseconds: one instruction.
return {
  access = "staff",
  check = function(draft, facts)
    local a, b = 1e308, 3e-308
    while true do local x = a % b x = a % b x = a % b x = a % b end
  end,
}
