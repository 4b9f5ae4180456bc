-- expect: runtime
-- Nil as a key.
return {
  access = "staff",
  check = function(draft, facts)
    draft[nil] = 1
  end,
}
