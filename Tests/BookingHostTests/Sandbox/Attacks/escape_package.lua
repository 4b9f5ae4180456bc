-- expect: runtime
-- No package library.
return {
  access = "staff",
  check = function(draft, facts)
    return package.loaded
  end,
}
