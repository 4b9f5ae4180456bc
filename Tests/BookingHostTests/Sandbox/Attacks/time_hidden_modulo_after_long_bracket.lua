-- expect: limit_work
-- Nor a long string or comment of any level.
return {
  access = "staff",
  check = function(draft, facts)
    local a, b = 1e308, 3e-308
    local s = [==[ ]] ]=] " ]==] --[=[ ]] " ]=] while true do local x = a % b end
  end,
}
