-- expect: runtime
-- Nor a seed for it.
return {
  access = "staff",
  check = function(draft, facts)
    math.randomseed(1)
  end,
}
