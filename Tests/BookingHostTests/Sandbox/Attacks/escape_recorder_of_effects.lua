-- expect: runtime
-- check records findings, not effects.
return {
  access = "staff",
  check = function(draft, facts)
    email("confirmation")
  end,
}
