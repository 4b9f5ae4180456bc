-- expect: runtime
-- There is no such function.
return {
  access = "staff",
  check = function(draft, facts)
    loadfile("/etc/passwd")
  end,
}
