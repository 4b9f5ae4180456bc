-- expect: result
-- Recording a function.
return {
  access = "staff",
  check = function(draft, facts)
    refuse("a", print or tostring)
  end,
}
