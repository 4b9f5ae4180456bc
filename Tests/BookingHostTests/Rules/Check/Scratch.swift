import Testing

@testable import BookingHost

@Suite struct CheckScratch {
  @Test func scratch() {
    let clock = ContinuousClock()
    for _ in 0..<3 { let d = clock.measure { _ = check(Shipped.texts) }; print("TIME", d) }
    print(check(Shipped.texts).joined(separator: "\n"))
    var t = Shipped.texts; t["ops.lua"] = fullMode
    print("FULL", check(t).joined(separator: "\n"))
    let cases: [String] = [
      "check = function(draft, facts) if facts.lod.covers > 3 then refuse('a', 'b') end end",
      "check = function(d, f) local load = f.load if load.covrs > 3 then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.start.weekday == 'Saturday' then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.start.weekday == 6 then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.start.time > 19 then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.start.time > '9:30' then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.start.date == '12-24' then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.staff.role == 'admin' then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.staff.role >= 'manager' then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.staff == 'manager' then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.action == 'walk-in' then refuse('a', 'b') end end",
      "check = function(draft, facts) if draft.party > '8' then refuse('a', 'b') end end",
      "check = function(draft, facts) if draft.emial then refuse('a', 'b') end end",
      "check = function(draft, facts) if draft.guests > 3 then refuse('a', 'b') end end",
      "check = function(draft, facts) if draft.weekday == 'friday' then refuse('a', 'b') end end",
      "check = function(draft, facts) if facts.guest.tags.vip then refuse('a', 'b') end end",
      "check = function(draft, facts) for _, t in ipairs(facts.guest.tags) do if t == 'vip' then warn('vip', 'VIP') end end end",
      "check = function(draft, facts) if draft.notes:contains('x') then refuse('a', 'b') end end",
      "check = function(draft, facts) print(draft.name) end",
      "check = function(draft, facts) if os.time() > 3 then refuse('a', 'b') end end",
      "check = function(draft, facts) total = draft.party + 1 end",
      "check = function(draft, facts) refuse('a') end",
      "check = function(draft, facts) override('a', 'b') end",
      "check = function(draft, facts) override('a', 'b', 'manger') end",
      "check = function(draft, facts) override('a', 'b', 'party') end",
      "check = function(draft, facts) refuse('Too Many', 'b', 'partyy') end",
      "check = function(draft, facts) email('x') end",
      "effects = function(booking) refuse('x', 'y') end",
      "effects = function(booking) email('confirmation', { before = 30 }) loyalty('10') notify() end",
      "severity = { capacity_exceeded = function(draft, facts, issue) return issue.ovr <= 2 and 'warn' or { override = 'manger' } end }",
      "severity = { party_max = function(draft, facts, issue) return issue.over <= 2 and 'warm' or { overide = 'manager' } end }",
      "severity = { outside_service = function(draft, facts, issue) return issue.over <= 2 and 'warn' or 'refuse' end }",
      "party = { max = function(draft, facts) return facts.load.max_covers - facts.load.covers end }",
      "check = function(draft, facts) if draft.phone:find('^07') then warn('uk', 'x') end end",
      "check = function(draft, facts) if facts.start.weekday == 'saturday' or 'sunday' then warn('we', 'x') end end",
      "check = function(draft, facts) if not draft.party == 2 then warn('we', 'x') end end",
      "check = function(draft, facts) if draft.terms == false then warn('we', 'x') end end",
      "check = function(draft, facts) warn('we', 'Party of ' .. draft.party .. facts.load) end",
      "check = function(draft, facts) local caps = { Saturday = 20, sunday = 10 } local cap = caps[facts.start.weekday] if cap and draft.party > cap then refuse('cap', 'x') end end",
      "fields = { seating = { choices = { 'any', 'window' } } }, check = function(draft, facts) if draft.seating == 'windw' then refuse('cap', 'x') end end",
      "fields = { email = { required = function(draft) return 'yes' end } }",
      "check = function(draft, facts) if at_least('boss') then refuse('cap', 'x') end end",
      "check = function(draft, facts) draft.party = 3 end",
      "party = { max = function(draft, facts) if draft.party > 3 then refuse('x', 'y') end return 8 end }",
      "check = function(draft, facts) helper(draft) end",
      "check = function(draft, facts) if facts.service.key == dinner then refuse('x', 'y') end end",
      "check = function(draft, facts) if facts.start.hour >= 19 then refuse('x', 'y') end end",
      "check = function(draft, facts) if #draft.party > 8 then refuse('x', 'y') end end",
      "check = function(draft, facts) if facts.start() then refuse('x', 'y') end end",
      "on = { cancelled = function(booking, facts) email('cancelled') refuse('x', 'y') if booking.emial then notify('floor') end end }",
    ]
    for c in cases { print("--- " + c); print(check(mode: c).joined(separator: "\n")) }
  }
}
