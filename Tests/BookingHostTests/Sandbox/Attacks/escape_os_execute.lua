-- expect: runtime
-- No operating system.
return {
  access = "staff",
  check = function(draft, facts)
    os.execute("true")
  end,
}
