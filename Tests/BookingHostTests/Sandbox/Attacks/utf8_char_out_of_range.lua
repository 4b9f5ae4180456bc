-- expect: runtime
-- Beyond the last code there is.
return {
  access = "staff",
  check = function(draft, facts)
    utf8.char(0x80000000)
  end,
}
