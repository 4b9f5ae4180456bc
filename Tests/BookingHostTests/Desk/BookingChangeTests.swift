import Testing

@testable import BookingHost

@Suite struct `Changing a booking` {
  let life: LifeHouse
  var house: House { life.house }

  init() throws { life = try LifeHouse() }

  @Test func `changes what is named, and nothing else`() throws {
    let booking = try life.book(["notes": "by the window", "children": 1, "email": "ada@example.com"])
    house.clock.withLock { $0 = $0.adding(minutes: 1) }
    let after = try life.changed(booking, ["time": "20:00", "party": 5])
    var expected = booking
    expected.start = "2026-11-22 20:00"
    expected.end = "2026-11-22 22:00"
    expected.startsAt = booking.startsAt.adding(minutes: 60)
    expected.endsAt = booking.startsAt.adding(minutes: 180)
    expected.serviceMinute = 1200
    expected.party = 5
    expected.covers = 4
    expected.version = 2
    expected.updatedAt = house.clock.withLock { $0 }
    expected.effects = after.effects
    #expect(after == expected)
    #expect(try life.current(booking) == after)
  }

  @Test func `is kept with who, when and which fields, and no word of the guest's in the trail`() throws {
    let booking = try life.book()
    try life.changed(booking, ["time": "20:00", "name": "Grace Hopper", "email": "grace@example.org"])
    let entry = try #require(try house.store.read { try $0.history(ofBooking: booking.id) }.last)
    #expect(entry.action == "booking.changed" && entry.staffID == "staff-host")
    #expect(entry.fields == ["email", "name", "time"])
    #expect(entry.before?.time == "19:00" && entry.after?.time == "20:00")
    let trail = try house.store.rows("SELECT detail FROM audit").compactMap { $0["detail"] }.joined()
    #expect(!trail.contains("Grace") && !trail.contains("grace@"))
    let snapshots = try house.store.read { try $0.decision(ofBooking: booking.id) }
    #expect(snapshots?.record.action == .change)
    let bytes = String(decoding: snapshots?.record.snapshot ?? [], as: UTF8.self)
    #expect(!bytes.contains("Grace") && !bytes.contains("Ada"))
  }

  @Test func `that changes nothing writes nothing`() throws {
    let booking = try life.book()
    let before = try house.rowCounts()
    #expect(try life.change(booking, ["time": "19:00", "party": "2", "notes": ""]).booking == booking)
    #expect(try house.rowCounts() == before)
  }

  @Test func `is not counted against itself`() throws {
    let booking = try life.book(["party": 30])
    #expect(try life.change(booking, ["time": "19:15"]).booking?.start.time == "19:15")
    _ = try life.book(["party": 8, "name": "Grace Hopper"])
    #expect(try life.change(booking, ["notes": "x"]).booking != nil)
    #expect(try life.change(booking, ["time": "19:30"]).booking != nil)
  }

  @Test func `is refused where there is no room, and the attempt is kept`() throws {
    let booking = try life.book(["party": 10])
    _ = try life.book(["party": 30, "name": "Grace Hopper"])
    let result = try life.change(booking, ["party": 13])
    #expect(result.codes == ["capacity_exceeded"])
    #expect(try life.current(booking) == booking)
    let attempts = try house.store.rows("SELECT action FROM decisions WHERE booking_id IS NULL")
    #expect(attempts == [["action": "change"]])
    let given = try life.change(booking, ["party": 13], by: house.manager, override: "the terrace is open")
    #expect(given.booking?.override == Booking.Override(reason: "the terrace is open", by: "staff-manager"))
    #expect(given.booking?.issues.map(\.code) == ["capacity_exceeded"])
    // What was accepted stays accepted, and stays written down.
    let noted = try life.changed(booking, ["notes": "by the window"])
    #expect(noted.issues.map(\.code) == ["capacity_exceeded"])
    #expect(noted.override?.reason == "the terrace is open")
  }

  @Test func `of what has begun is possible, but for when it began`() throws {
    let booking = try life.book(["date": "2026-11-21", "time": "18:30"])
    house.clock.withLock { $0 = $0.adding(minutes: 90) }
    try life.go(.to(.checkedIn), booking)
    let more = try life.changed(booking, ["party": 3])
    #expect(more.status == .checkedIn && more.party == 3)
    #expect(try life.change(booking, ["time": "18:45"]).codes == ["past_time"])
  }

  @Test func `that is over is not possible, but for the staff's own notes`() throws {
    let booking = try life.book()
    try life.go(.to(.cancelled), booking)
    #expect(try life.change(booking, ["time": "20:00"]).codes == ["change_invalid"])
    let noted = try life.change(booking) { $0.staffNotes = .text("ring next time") }
    #expect(noted.booking?.staffNotes == "ring next time")
  }

  @Test func `by staff's notes and table alone is told to no guest`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    let after = try life.change(booking) {
      $0.staffNotes = .text("a regular")
      $0.table = .text("7")
    }
    #expect(after.booking?.staffNotes == "a regular" && after.booking?.table == "7")
    #expect(after.booking?.version == 2)
    #expect(after.booking?.effects == booking.effects)
    #expect(try life.change(booking) { $0.table = ChangeRequest.Edit.none }.booking?.table == nil)
    let entries = try house.store.read { try $0.history(ofBooking: booking.id) }
    #expect(entries.map(\.fields) == [[], ["staff_notes", "table"], ["table"]])
  }

  @Test func `is for members of the restaurant alone, and nothing is written`() throws {
    let booking = try life.book()
    let before = try house.rowCounts()
    func error(_ caller: Caller, _ reference: String) -> HostError.Code? {
      do {
        let request = ChangeRequest(reference: reference, answers: ["party": .some(3)])
        _ = try house.desk().change(request, by: caller)
        return nil
      } catch { return (error as? HostError)?.code }
    }
    #expect(error(.guest, booking.reference) == .notSignedIn)
    #expect(error(.staff(house.stranger), booking.reference) == .notFound)
    #expect(error(.staff(house.host), "NOBODY") == .notFound)
    #expect(throws: VersionConflict(expected: 7, current: 1)) {
      try life.change(booking, ["party": 3], version: 7)
    }
    #expect(try house.rowCounts() == before)
  }

  @Test func `by rules that fail changes nothing, and is kept as an attempt`() throws {
    let booking = try life.book()
    let broken = try RuleBook(files: [
      "m.lua": #"return { access = "staff", check = function(draft) error("broken") end }"#
    ])
    #expect(try life.change(booking, ["party": 3], rules: broken).codes == ["rule_failed"])
    #expect(try life.current(booking) == booking)
  }

  // MARK: Contact

  @Test func `adds and removes an email as freely as a booking is made with or without`() throws {
    let booking = try life.book()
    #expect(booking.effects.prefix(2).map(\.reason) == [Effect.noAddress, Effect.noAddress])
    let reached = try life.changed(booking, ["email": "ada@example.com"])
    #expect(reached.email == "ada@example.com")
    #expect(
      try life.effects(booking) == [
        "email confirmation skipped", "email reminder queued", "loyalty queued", "email changed queued",
      ])
    let unreached = try life.changed(booking, ["email": nil])
    #expect(unreached.email == nil && unreached.normalisedEmail == nil)
    #expect(
      try life.effects(booking) == [
        "email confirmation skipped", "email reminder skipped", "loyalty queued", "email changed skipped",
        "email changed skipped",
      ])
    #expect(try life.current(booking).effects[1].reason == "the email address was taken away")
  }

  @Test func `a guest who gets a contact stays the same guest, and renames nobody else`() throws {
    let family = try life.book(["email": "family@example.com", "name": "Ada Lovelace"])
    let other = try life.book(["email": "family@example.com", "name": "Byron Lovelace", "time": "20:00"])
    func guest(_ booking: Booking) throws -> String? {
      try house.store.rows("SELECT guest_id FROM bookings WHERE id = '\(booking.id)'")[0]["guest_id"]
    }
    let (ada, byron) = (try guest(family), try guest(other))
    #expect(ada != byron)
    try life.changed(other, ["phone": "+44 7700 900123"])
    #expect(try guest(other) == byron)
    try life.changed(other, ["name": "Ada Lovelace"])
    #expect(try guest(other) == ada)
    #expect(
      try house.store.rows("SELECT name FROM guests WHERE id = '\(ada!)'") == [["name": "Ada Lovelace"]])
    #expect(try life.current(family).name == "Ada Lovelace")
  }

  @Test func `points go along when a booking is another guest's`() throws {
    let first = try life.book(["email": "ada@example.com"])
    let second = try life.book(["email": "ada@example.com", "time": "20:00"])
    try life.deliver()
    try life.changed(second, ["name": "Grace Hopper", "email": "grace@example.org"])
    try life.go(.to(.cancelled), second)
    try life.deliver()
    let sums = try house.store.rows(
      "SELECT g.name, sum(points) AS n FROM loyalty_entries l JOIN guests g ON g.id = l.guest_id GROUP BY 1 ORDER BY 1"
    )
    #expect(sums == [["name": "Ada Lovelace", "n": "20"], ["name": "Grace Hopper", "n": "0"]])
    #expect(try life.points(first) == [20])
  }

  // MARK: What follows

  @Test func `a reminder goes by the new start, and one that came too late may be in time again`() throws {
    let booking = try life.book(["email": "ada@example.com", "date": "2026-11-21", "time": "19:00"])
    #expect(booking.effects[1].state == .skipped)
    let moved = try life.changed(booking, ["date": "2026-11-22"])
    #expect(moved.effects[1].state == .queued)
    #expect(moved.effects[1].dueAt == moved.startsAt.adding(minutes: -120))
    #expect(moved.effects[1].expiresAt == moved.startsAt)
    let back = try life.changed(booking, ["date": "2026-11-21", "time": "19:30"])
    #expect(back.effects[1].state == .skipped && back.effects[1].reason == EffectTiming.tooLate)
  }

  @Test func `several changes while the mail server is away make one email`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    try life.deliver()
    for time in ["19:15", "19:30", "19:45"] { try life.changed(booking, ["time": .text(time)]) }
    #expect(try life.effects(booking).filter { $0 == "email changed queued" }.count == 1)
    try life.deliver()
    try life.changed(booking, ["time": "20:00"])
    #expect(try life.effects(booking).filter { $0 == "email changed queued" }.count == 1)
  }

  @Test func `the booking's own rules see what was before`() throws {
    let booking = try life.book()
    let after = try life.changed(booking, ["party": 4])
    let notice = after.effects.last?.effect.action
    #expect(notice == .notify(channel: "floor", message: "2 to 4"))
    #expect(after.effects.last?.trigger == "changed")
    #expect(try life.changed(booking, ["notes": "x"]).effects.last?.effect.action.name == "email changed")
  }

  // MARK: Bookings that guests made

  @Test func `of a booking that guests made goes by the staff's own rules`() throws {
    let house = try House()
    var draft = draft()
    for (key, answer) in [
      "email": "ada@example.com", "phone": "+44 20 7946 0999", "terms": true,
    ] as [String: Answer] { draft[key] = answer }
    let request = BookingRequest(restaurant: "anchor", mode: "customer", draft: draft)
    guard case .booked(let booking, _) = try house.desk().book(request, by: .guest) else {
      throw HostError(.internal, "refused")
    }
    func change(_ answers: [String: Answer?], mode: String? = nil) throws -> StepResult {
      try house.desk().change(
        ChangeRequest(reference: booking.reference, answers: answers, mode: mode), by: .staff(house.host))
    }
    // An hour before: too late for a guest, not for staff.
    house.clock.withLock { $0 = booking.startsAt.adding(minutes: -60) }
    let after = try #require(try change(["time": "19:30", "phone": nil]).booking)
    #expect(after.phone == nil && after.start.time == "19:30")
    #expect(after.mode == "customer" && after.source == "web" && after.label == nil)
    #expect(after.termsAcceptedAt == booking.termsAcceptedAt)
    #expect(throws: HostError.self) { try change(["party": 3], mode: "customer") }
    #expect(try change(["shoe_size": 42]).codes == ["shoe_size_unknown"])
  }

  @Test func `an occasion that is only the service's name follows the booking`() throws {
    let booking = try life.book()
    #expect(booking.bookingType == "dinner")
    #expect(try life.changed(booking, ["time": "12:00"]).bookingType == nil)
    let feast = try life.book(["booking_type": "birthday", "time": "20:00"])
    #expect(try life.changed(feast, ["time": "12:00"]).bookingType == "birthday")
  }

  @Test func `is explained as it was decided`() throws {
    let booking = try life.book(["party": 10, "email": "ada@example.com"])
    try life.changed(booking, ["notes": "by the window", "name": "Grace Hopper"])
    let question = try #require(
      try house.store.read { try $0.question(ofBooking: booking.reference, restaurantIDs: ["id-anchor"]) })
    let explanation = try question.explanation(current: house.rules)
    #expect(explanation.outcome == .confirmed)
    #expect(explanation.remark == nil)
  }
}
