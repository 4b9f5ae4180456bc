-- expect: runtime
-- There is no pcall to swallow a limit with.
return {
  access = "staff",
  check = function(draft, facts)
    while true do pcall(function() while true do end end) end
  end,
}
