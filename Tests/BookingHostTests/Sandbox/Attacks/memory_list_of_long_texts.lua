-- expect: limit_memory|limit_work
-- Long texts, each another.
return {
  access = "staff",
  check = function(draft, facts)
    local t = {}
    while true do t[#t + 1] = ('x'):rep(100000) .. #t end
  end,
}
