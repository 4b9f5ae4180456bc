-- expect: harmless
-- Nor through %s.
return {
  access = "staff",
  check = function(draft, facts)
    assert(string.format("%s %s", {}, print) == "table nil")
  end,
}
