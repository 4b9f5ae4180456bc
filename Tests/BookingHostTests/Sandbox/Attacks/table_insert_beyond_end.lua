-- expect: runtime
-- A position outside the list.
return {
  access = "staff",
  check = function(draft, facts)
    table.insert({}, 1e9, 1)
  end,
}
