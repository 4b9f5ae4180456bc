-- expect: runtime
-- assert without a message.
return {
  access = "staff",
  check = function(draft, facts)
    assert(nil)
  end,
}
