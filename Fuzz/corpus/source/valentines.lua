return { access = "staff", check = function(draft, facts)
  if facts.start.date:sub(6) == "02-14" and facts.service.key == "dinner" and draft.party > 2 then
    override("valentines", "Tables for two only tonight", "manager", "party")
  end end }