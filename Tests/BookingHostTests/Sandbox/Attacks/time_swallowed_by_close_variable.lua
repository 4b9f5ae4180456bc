-- expect: runtime
-- No value has a __close, so nothing runs while an error unwinds.
return {
  access = "staff",
  check = function(draft, facts)
    local guard <close> = { __close = function() while true do end end }
    while true do end
  end,
}
