-- expect: limit_work
-- A close variable may be nil; the loop still ends.
return {
  access = "staff",
  check = function(draft, facts)
    local guard <close> = nil
    while true do end
  end,
}
