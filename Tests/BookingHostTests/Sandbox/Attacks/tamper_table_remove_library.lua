-- expect: runtime
-- Removing from it.
return {
  access = "staff",
  check = function(draft, facts)
    table.remove(utf8)
  end,
}
