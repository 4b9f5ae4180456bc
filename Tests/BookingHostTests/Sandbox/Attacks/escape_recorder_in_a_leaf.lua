-- expect: runtime
-- A leaf records nothing.
return {
  access = "staff",
  covers = function(draft, facts) refuse("a", "b") return 1 end,
}
