-- expect: runtime
-- Nor any other.
return {
  access = "staff",
  check = function(draft, facts)
    require "io"
  end,
}
