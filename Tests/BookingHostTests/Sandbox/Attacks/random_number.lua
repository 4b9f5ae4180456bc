-- expect: runtime
-- No randomness.
return {
  access = "staff",
  check = function(draft, facts)
    return math.random()
  end,
}
