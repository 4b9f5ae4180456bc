-- expect: runtime
-- An error that is a table.
return {
  access = "staff",
  check = function(draft, facts)
    error({ __tostring = function() while true do end end })
  end,
}
