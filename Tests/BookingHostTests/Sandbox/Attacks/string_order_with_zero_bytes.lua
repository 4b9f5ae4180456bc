-- expect: limit_work
-- With zero bytes it goes piece by piece.
return {
  access = "staff",
  check = function(draft, facts)
    local a, b = ('\0'):rep(250) .. 'x', ('\0'):rep(250) .. 'y'
    while true do local less = a < b end
  end,
}
