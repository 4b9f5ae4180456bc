-- expect: limit_memory
-- s = s .. s.
return {
  access = "staff",
  check = function(draft, facts)
    local s = 'x'
    while true do s = s .. s end
  end,
}
