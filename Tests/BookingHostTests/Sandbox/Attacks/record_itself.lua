-- expect: result
-- Recording a table that contains itself.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    t.t = t
    refuse("a", t)
  end,
}
