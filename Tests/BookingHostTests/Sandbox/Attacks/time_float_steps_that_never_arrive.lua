-- expect: limit_work
-- So many steps that the counter cannot count them.
return {
  access = "staff",
  check = function(draft, facts)
    for x = 0, 1e308, 1e-10 do end
  end,
}
