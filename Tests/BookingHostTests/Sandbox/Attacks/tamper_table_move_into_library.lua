-- expect: runtime
-- Moving things into it.
return {
  access = "staff",
  check = function(draft, facts)
    table.move({ 1 }, 1, 1, 1, math)
  end,
}
