-- expect: runtime
-- Nor what the host gave.
return {
  access = "staff",
  check = function(draft, facts)
    refuse = function() end
  end,
}
