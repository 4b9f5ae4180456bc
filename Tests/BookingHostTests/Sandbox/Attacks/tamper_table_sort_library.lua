-- expect: runtime
-- Sorting the library.
return {
  access = "staff",
  check = function(draft, facts)
    table.sort(string)
  end,
}
