-- expect: runtime
-- Keys that have no order have none to show.
return {
  access = "staff",
  check = function(draft, facts)
    for k in pairs({ [{}] = 1, [{}] = 2 }) do end
  end,
}
