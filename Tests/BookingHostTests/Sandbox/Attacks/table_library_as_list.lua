-- expect: runtime
-- The library is not a list to insert into.
return {
  access = "staff",
  check = function(draft, facts)
    table.insert(math, 1)
  end,
}
