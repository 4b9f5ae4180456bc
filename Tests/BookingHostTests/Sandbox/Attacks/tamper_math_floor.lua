-- expect: runtime
-- The library is read-only.
return {
  access = "staff",
  check = function(draft, facts)
    math.floor = function() return 0 end
  end,
}
