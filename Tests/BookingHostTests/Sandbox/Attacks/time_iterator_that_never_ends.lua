-- expect: limit_work
-- A generic for with a function that always gives another.
return {
  access = "staff",
  check = function(draft, facts)
    for x in function() return 1 end do end
  end,
}
