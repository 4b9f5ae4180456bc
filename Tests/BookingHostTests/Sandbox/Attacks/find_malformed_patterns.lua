-- expect: runtime
-- What is malformed is an error, not a crash.
return {
  access = "staff",
  check = function(draft, facts)
    ('x'):find('[%')
  end,
}
