-- expect: harmless
-- A field of that name is only a field.
return {
  access = "staff",
  check = function(draft, facts)
    local t = { __gc = function() while true do end end, __close = 1, __index = 2 }
    t = nil
  end,
}
