-- expect: runtime
-- No debug library.
return {
  access = "staff",
  check = function(draft, facts)
    debug.getregistry()
  end,
}
