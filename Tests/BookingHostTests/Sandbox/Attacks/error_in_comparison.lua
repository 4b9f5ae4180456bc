-- expect: runtime
-- An error in the middle of a sort.
return {
  access = "staff",
  check = function(draft, facts)
    table.sort({ 3, 2, 1 }, function() error("in the middle") end)
  end,
}
