local n = 0
return { f = function(draft, facts)
  __reached(0);if __seen(1, __seen(2, facts.load.covers) > 5) then __reached(3);n = __seen(4, n + 1) end
  for i, c in ipairs(facts.closures) do __reached(5);refuse("c", __seen(6, tostring(c))) end
  __reached(7);return __seen(3, draft.name, draft)
end }
