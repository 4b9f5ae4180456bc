-- expect: runtime
-- Nor by require.
return {
  access = "staff",
  check = function(draft, facts)
    require "package"
  end,
}
