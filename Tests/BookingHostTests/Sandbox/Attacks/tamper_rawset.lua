-- expect: runtime
-- There is no raw access.
return {
  access = "staff",
  check = function(draft, facts)
    rawset(_G, "pairs", nil)
  end,
}
