-- expect: runtime
-- %p would show an address.
return {
  access = "staff",
  check = function(draft, facts)
    string.format('%p', {})
  end,
}
