-- expect: limit_memory|limit_work|runtime
-- A format that asks for a gigabyte.
return {
  access = "staff",
  check = function(draft, facts)
    string.pack('c1000000000', 'x')
  end,
}
