import Testing

@testable import BookingHost

@Suite struct `A step in the life of a booking` {
  let life: LifeHouse
  var house: House { life.house }

  init() throws { life = try LifeHouse() }

  @Test func `is made with who, when, from, to and why, and a version more`() throws {
    let booking = try life.book()
    house.clock.withLock { $0 = $0.adding(minutes: 5) }
    let result = try life.take(.to(.cancelled), booking, reason: "  rang to say so ")
    let after = try #require(result.booking)
    #expect(after.status == .cancelled)
    #expect(after.version == 2)
    #expect(after.updatedAt == House.saturdayEvening.adding(minutes: 5))
    #expect(try life.current(booking) == after)
    let history = try house.store.read { try $0.history(ofBooking: booking.id) }
    #expect(history.map(\.action) == ["booking.created", "booking.cancelled"])
    #expect(history[1].staffID == "staff-host" && history[1].staffRole == .host)
    #expect(history[1].staffEmail == "host@example.com")
    #expect(history[1].from == .confirmed && history[1].to == .cancelled)
    #expect(history[1].reason == "rang to say so")
    #expect(history[1].at == after.updatedAt)
    // The trail itself cannot be changed, so nothing that may name a guest is in it.
    let trail = try house.store.rows("SELECT detail FROM audit WHERE action = 'booking.cancelled'")
    #expect(trail[0]["detail"]?.contains("rang") == false)
  }

  @Test func `that cannot follow is refused, and nothing is written`() throws {
    let booking = try life.book()
    let before = try house.rowCounts()
    for step in [BookingStep.to(.completed), .to(.confirmed), .undo] {
      #expect(try life.take(step, booking).codes == ["transition_invalid"])
    }
    #expect(try house.rowCounts() == before)
    #expect(try life.current(booking) == booking)
  }

  @Test func `gives room free, and takes it again`() throws {
    func free() throws -> Bool {
      try house.desk().slots(
        restaurant: "anchor", date: "2026-11-22", mode: "m", draft: Draft(party: 20),
        by: .staff(house.host)
      ).first { $0.start.time == "19:00" }?.issues.isEmpty == true
    }
    let booking = try life.book(["party": 30])
    #expect(try !free())
    try life.go(.to(.cancelled), booking)
    #expect(try free())
    try life.go(.undo, booking)
    #expect(try !free())
  }

  @Test func `through an evening, with the table they sit at`() throws {
    let booking = try life.book()
    let seated = try life.go(.to(.checkedIn), booking, table: " 12,\tby the fire ")
    #expect(seated.table == "12, by the fire")
    let gone = try life.go(.to(.completed), booking)
    #expect(gone.table == "12, by the fire")
    #expect(gone.status == .completed)
    #expect(try life.go(.undo, booking).status == .checkedIn)
    let expected = try life.go(.undo, booking)
    #expect(expected.status == .confirmed)
    #expect(expected.table == nil)
    #expect(try life.take(.to(.cancelled), booking, table: "3").codes == ["table_unknown"])
    #expect(
      try life.take(.to(.checkedIn), booking, table: String(repeating: "x", count: 41)).codes
        == ["table_too_long"])
  }

  @Test func `of a booking that waits to be confirmed`() throws {
    let booking = try life.book(["party": 7, "email": "ada@example.com"])
    #expect(booking.status == .pending)
    #expect(try life.take(.to(.checkedIn), booking).codes == ["transition_invalid"])
    let confirmed = try life.go(.to(.confirmed), booking)
    #expect(confirmed.status == .confirmed)
    // The confirmation that waits already says so.
    #expect(confirmed.effects.count == 3)
    try life.deliver()
    try life.go(.undo, booking)
    #expect(try life.go(.to(.confirmed), booking).effects.map(\.trigger).contains("confirmed"))
  }

  // MARK: Whose booking

  @Test func `is for members of the restaurant alone, and nothing is written`() throws {
    let booking = try life.book()
    let before = try house.rowCounts()
    func error(_ caller: Caller, _ reference: String) -> HostError.Code? {
      do {
        _ = try house.desk().take(StepRequest(reference: reference, step: .to(.cancelled)), by: caller)
        return nil
      } catch { return (error as? HostError)?.code }
    }
    #expect(error(.guest, booking.reference) == .notSignedIn)
    #expect(error(.staff(house.stranger), booking.reference) == .notFound)
    #expect(error(.staff(house.host), "NOBODY") == .notFound)
    #expect(try house.rowCounts() == before)
    #expect(try life.current(booking) == booking)
  }

  @Test func `is not made on a booking that has changed since it was seen`() throws {
    let booking = try life.book()
    try life.changed(booking, ["notes": "by the window"])
    let before = try house.rowCounts()
    let conflict = #expect(throws: VersionConflict.self) {
      try life.take(.to(.cancelled), booking, version: 1)
    }
    #expect(conflict == VersionConflict(expected: 1, current: 2))
    #expect(try house.rowCounts() == before)
    #expect(try life.take(.to(.cancelled), booking, version: 2).booking != nil)
  }

  // MARK: What the rules say

  @Test func `may be refused by the rules, warned of, or left to a manager`() throws {
    let stays = try life.book(["notes": "stays"])
    #expect(try life.take(.to(.cancelled), stays).codes == ["stays"])
    let warned = try life.book(["notes": "warned", "time": "20:00"])
    #expect(try life.take(.to(.cancelled), warned).warnings == ["warned"])

    let late = try life.book(["date": "2026-11-21", "time": "18:30"])
    let before = try house.rowCounts()
    #expect(try life.take(.to(.cancelled), late).codes == ["late"])
    guard case .refused(let refusal) = try life.take(.to(.cancelled), late) else { return }
    #expect(refusal.isOverridable)
    #expect(try life.take(.to(.cancelled), late, override: "the guest is ill").codes == ["late"])
    #expect(try house.rowCounts() == before)
    let done = try life.take(.to(.cancelled), late, by: house.manager, override: "the guest is ill")
    #expect(done.booking?.status == .cancelled)
    let history = try house.store.read { try $0.history(ofBooking: late.id) }
    #expect(history.last?.overrideReason == "the guest is ill")
  }

  @Test func `is not made where the rule that may mind fails, and the line is named`() throws {
    let booking = try life.book(["notes": "broken"])
    guard case .refused(let refusal) = try life.take(.to(.cancelled), booking) else {
      throw HostError(.internal, "not refused")
    }
    #expect(refusal.issues.map(\.code) == ["rule_failed"])
    #expect(refusal.issues[0].rule == "m.lua:22")
    #expect(try life.current(booking) == booking)
  }

  @Test func `is made whatever becomes of the rule that says what follows`() throws {
    let booking = try life.book(["notes": "broken"])
    let after = try life.go(.to(.noShow), booking)
    #expect(after.status == .noShow)
    let effect = try #require(after.effects.last)
    #expect(effect.state == .failed && effect.trigger == "no_show")
    #expect(effect.reason?.contains("broken rule") == true)
    #expect(effect.effect.rule == "m.lua:34")
  }

  @Test func `has follow what the booking's own rules say, whatever is live`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    let other = try RuleBook(files: [
      "m.lua": #"return { access = "staff", on = { cancelled = function() notify("other") end } }"#
    ])
    let after = try #require(try life.take(.to(.cancelled), booking, rules: other).booking)
    let following = after.effects.filter { $0.trigger == "cancelled" }
    #expect(following.map(\.effect.action.name) == ["email cancelled", "loyalty"])
    #expect(following.map(\.effect.rule) == ["m.lua:31", "m.lua:31"])
    #expect(after.revision == booking.revision)
  }

  @Test func `is asked about by the rules that are live`() throws {
    let booking = try life.book()
    let other = try RuleBook(files: [
      "m.lua":
        #"return { access = "staff", transitions = { cancelled = function() refuse("no", "No") end } }"#
    ])
    #expect(try life.take(.to(.cancelled), booking, rules: other).codes == ["no"])
  }
}
