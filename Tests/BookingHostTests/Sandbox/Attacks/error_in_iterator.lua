-- expect: runtime
-- An error in an iterator.
return {
  access = "staff",
  check = function(draft, facts)
    for x in function() error("in the loop") end do end
  end,
}
