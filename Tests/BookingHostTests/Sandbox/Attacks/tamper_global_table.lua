-- expect: runtime
-- There is no _G.
return {
  access = "staff",
  check = function(draft, facts)
    _G.pairs = nil
  end,
}
