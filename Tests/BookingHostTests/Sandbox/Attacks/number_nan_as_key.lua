-- expect: runtime
-- Not a number as a key.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    t[0/0] = 1
  end,
}
