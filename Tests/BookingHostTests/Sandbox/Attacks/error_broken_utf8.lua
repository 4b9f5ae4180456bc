-- expect: runtime
-- A message of broken text is mended.
return {
  access = "staff",
  check = function(draft, facts)
    error(("\xff"):rep(1000))
  end,
}
