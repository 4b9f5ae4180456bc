-- expect: runtime
-- And no clock.
return {
  access = "staff",
  check = function(draft, facts)
    return os.time()
  end,
}
