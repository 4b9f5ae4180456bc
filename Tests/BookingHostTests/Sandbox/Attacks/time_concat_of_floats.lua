-- expect: limit_work
-- Writing a float out takes a microsecond, and leaves no trace when the text exists.
return {
  access = "staff",
  check = function(draft, facts)
    local x = 1e308 / 3
    while true do local s = x .. x end
  end,
}
