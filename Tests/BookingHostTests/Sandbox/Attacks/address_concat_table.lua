-- expect: runtime
-- Tables are not texts.
return {
  access = "staff",
  check = function(draft, facts)
    return "x" .. {}
  end,
}
