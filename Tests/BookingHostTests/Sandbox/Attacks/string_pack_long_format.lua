-- expect: runtime
-- A format of a hundred thousand letters.
return {
  access = "staff",
  check = function(draft, facts)
    string.pack(('i16'):rep(100000))
  end,
}
