-- expect: runtime
-- Out of memory cannot be caught and tried again.
return {
  access = "staff",
  check = function(draft, facts)
    while true do pcall(string.rep, 'x', 1000000000) end
  end,
}
