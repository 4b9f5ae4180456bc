-- expect: runtime
-- A global cannot hold it.
return {
  access = "staff",
  check = function() count = (count or 0) + 1 end,
}
