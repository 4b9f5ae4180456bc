-- expect: runtime
-- assert with a table for a message.
return {
  access = "staff",
  check = function(draft, facts)
    assert(false, {})
  end,
}
