-- expect: limit_stack
-- Through both.
return {
  access = "staff",
  check = function(draft, facts)
    local function f() return (('a'):gsub('a', function() table.sort({ 1, 2 }, function() f() end) end)) end
    f()
  end,
}
