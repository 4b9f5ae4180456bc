-- expect: runtime
-- A loop that does not move.
return {
  access = "staff",
  check = function(draft, facts)
    for i = 1, 2, 0 do end
  end,
}
