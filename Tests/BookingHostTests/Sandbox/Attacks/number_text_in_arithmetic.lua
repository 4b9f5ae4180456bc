-- expect: limit_work
-- Texts are read as numbers by operators too.
return {
  access = "staff",
  check = function(draft, facts)
    local s = '0.' .. ('123456789'):rep(50)
    while true do local x = s + s end
  end,
}
