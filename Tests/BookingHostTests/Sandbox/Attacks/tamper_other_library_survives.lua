-- expect: harmless
-- A copy of a library is a copy.
return {
  access = "staff",
  check = function(draft, facts)
    local copy = {}
    for k, v in pairs(string) do copy[k] = v end
    copy.format = nil
    assert(string.format)
  end,
}
