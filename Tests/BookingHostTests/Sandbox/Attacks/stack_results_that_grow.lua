-- expect: limit_stack|limit_work
-- One result more each time.
return {
  access = "staff",
  check = function(draft, facts)
    local function f(n) if n == 0 then return 1 end return 1, f(n - 1) end
    while true do f(150) end
  end,
}
