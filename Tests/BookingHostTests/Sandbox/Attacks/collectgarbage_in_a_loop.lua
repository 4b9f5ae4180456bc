-- expect: runtime
-- There is no collector to call.
return {
  access = "staff",
  check = function(draft, facts)
    while true do collectgarbage() end
  end,
}
