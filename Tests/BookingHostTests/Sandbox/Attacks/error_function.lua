-- expect: runtime
-- An error that is a function.
return {
  access = "staff",
  check = function(draft, facts)
    error(function() while true do end end)
  end,
}
