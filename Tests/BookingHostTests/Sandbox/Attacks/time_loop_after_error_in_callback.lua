-- expect: runtime
-- The error of a callback ends the call: nothing after it runs.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('x'):gsub('x', function() error('stop') end)
    while true do end
  end,
}
