-- expect: runtime
-- There are no coroutines to hide a limit in.
return {
  access = "staff",
  check = function(draft, facts)
    coroutine.wrap(function() while true do end end)()
  end,
}
