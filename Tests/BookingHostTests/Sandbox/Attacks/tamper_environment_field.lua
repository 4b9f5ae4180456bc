-- expect: runtime
-- _ENV is as read-only as the rest.
return {
  access = "staff",
  check = function(draft, facts)
    _ENV.tostring = nil
  end,
}
