-- expect: runtime
-- Nor in a message.
return {
  access = "staff",
  check = function(draft, facts)
    error("here: " .. tostring({}))
  end,
}
