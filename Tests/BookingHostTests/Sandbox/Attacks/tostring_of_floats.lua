-- expect: limit_work
-- Writing out one number after the other.
return {
  access = "staff",
  check = function(draft, facts)
    local x = 1e308 / 3
    while true do tostring(x) end
  end,
}
