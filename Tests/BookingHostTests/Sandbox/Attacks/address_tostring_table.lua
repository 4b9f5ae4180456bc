-- expect: harmless
-- No address comes out.
return {
  access = "staff",
  check = function(draft, facts)
    assert(tostring({}) == "table")
    assert(tostring(tostring) == "function")
  end,
}
