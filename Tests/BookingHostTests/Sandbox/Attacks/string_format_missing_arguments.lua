-- expect: runtime
-- A hundred thousand conversions and one argument.
return {
  access = "staff",
  check = function(draft, facts)
    (('%d'):rep(100000)):format(1)
  end,
}
