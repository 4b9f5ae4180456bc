-- expect: limit_work
-- Zero bytes that no literal shows.
return {
  access = "staff",
  check = function(draft, facts)
    local z = string.pack('b', 0)
    local a, b = z:rep(1000000) .. 'x', z:rep(1000000) .. 'y'
    while true do local less = a < b end
  end,
}
