-- expect: limit_work|limit_memory
-- Callbacks three deep.
return {
  access = "staff",
  check = function(draft, facts)
    local function f() return (('x'):rep(300)):gsub('.', '%0%0%0') end
    local function g() return (('x'):rep(300)):gsub('.', f) end
    (('x'):rep(300)):gsub('.', g)
  end,
}
