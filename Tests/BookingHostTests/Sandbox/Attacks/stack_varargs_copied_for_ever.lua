-- expect: limit_work
-- Copying thousands of arguments with each instruction.
return {
  access = "staff",
  check = function(draft, facts)
    local function f(...) local n = 0 while true do n = n + select('#', ...) end end
    f(table.unpack({}, 1, 4000))
  end,
}
