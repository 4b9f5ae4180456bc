-- expect: runtime
-- The metatable of texts is out of reach.
return {
  access = "staff",
  check = function(draft, facts)
    getmetatable('').__index = nil
  end,
}
