-- expect: runtime
-- More values than there is stack for.
return {
  access = "staff",
  check = function(draft, facts)
    table.unpack({}, 1, 1e8)
  end,
}
