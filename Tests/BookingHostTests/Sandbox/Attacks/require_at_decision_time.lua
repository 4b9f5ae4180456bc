-- expect: runtime
-- A file that was never loaded is not read later.
return {
  access = "staff",
  check = function(draft, facts)
    require "lib.nothing"
  end,
}
