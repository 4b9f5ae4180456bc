-- expect: harmless
-- The one division that overflows.
return {
  access = "staff",
  check = function(draft, facts)
    assert(math.mininteger // -1 == math.mininteger)
    assert(math.mininteger % -1 == 0)
  end,
}
