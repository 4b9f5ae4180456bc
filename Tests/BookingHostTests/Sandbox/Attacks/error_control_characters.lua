-- expect: runtime
-- So is one that would write on the terminal.
return {
  access = "staff",
  check = function(draft, facts)
    error("\27[2J\0\n\r")
  end,
}
