-- expect: runtime
-- No bytecode.
return {
  access = "staff",
  check = function(draft, facts)
    string.dump(function() end)
  end,
}
