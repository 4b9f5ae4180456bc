-- expect: limit_work|limit_memory
-- Replacements that are written out each time.
return {
  access = "staff",
  check = function(draft, facts)
    local s = ('a'):rep(10000)
    while true do s:gsub('a', { a = 1e308 / 3 }) end
  end,
}
