-- expect: runtime
-- What is not UTF-8 is an error.
return {
  access = "staff",
  check = function(draft, facts)
    for p, c in utf8.codes('a' .. ('\x80'):rep(1000)) do end
  end,
}
