-- expect: runtime
-- There are no metatables, and so no finalizers.
return {
  access = "staff",
  check = function(draft, facts)
    setmetatable({}, { __gc = function() while true do end end })
  end,
}
