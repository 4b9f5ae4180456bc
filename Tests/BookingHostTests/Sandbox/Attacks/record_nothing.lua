-- expect: result
-- A finding without a code.
-- judged by the host
return {
  access = "staff",
  check = function(draft, facts)
    refuse()
  end,
}
