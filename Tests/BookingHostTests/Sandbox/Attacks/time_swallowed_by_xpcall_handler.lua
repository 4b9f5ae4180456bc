-- expect: runtime
-- Nor xpcall, whose handler would run without hooks.
return {
  access = "staff",
  check = function(draft, facts)
    xpcall(function() while true do end end, function() while true do end end)
  end,
}
