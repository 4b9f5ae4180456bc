-- expect: limit_work
-- Two functions that call each other for ever.
return {
  access = "staff",
  check = function(draft, facts)
    local a, b
    function a() return b() end
    function b() return a() end
    a()
  end,
}
