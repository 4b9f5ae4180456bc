-- expect: harmless
-- Shifting by more bits than there are.
return {
  access = "staff",
  check = function(draft, facts)
    assert(1 << 64 == 0 and 1 >> math.maxinteger == 0 and 1 << math.mininteger == 0)
  end,
}
