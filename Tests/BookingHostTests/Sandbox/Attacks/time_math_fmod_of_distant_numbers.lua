-- expect: limit_work
-- The same through the library.
return {
  access = "staff",
  check = function(draft, facts)
    local fmod = math.fmod
    while true do fmod(1e308, 3e-308) end
  end,
}
