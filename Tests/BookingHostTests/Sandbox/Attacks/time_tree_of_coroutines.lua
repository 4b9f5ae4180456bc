-- expect: runtime
-- Threads would each have a counter of their own.
return {
  access = "staff",
  check = function(draft, facts)
    local function grow(n) for i = 1, 2 do coroutine.wrap(grow)(n + 1) end end
    grow(1)
  end,
}
