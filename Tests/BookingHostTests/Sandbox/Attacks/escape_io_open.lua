-- expect: runtime
-- No files.
return {
  access = "staff",
  check = function(draft, facts)
    io.open("/etc/passwd")
  end,
}
