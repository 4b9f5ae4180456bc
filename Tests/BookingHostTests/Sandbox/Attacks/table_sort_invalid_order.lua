-- expect: runtime
-- Values that have no order.
return {
  access = "staff",
  check = function(draft, facts)
    table.sort({ 1, 'x', {} })
  end,
}
