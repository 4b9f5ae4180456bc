-- expect: runtime
-- error() still says where.
return {
  access = "staff",
  check = function(draft, facts)
    error()
  end,
}
