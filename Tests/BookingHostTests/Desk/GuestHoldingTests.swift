import Testing

@testable import BookingHost

@Suite("A guest's own booking")
struct GuestHoldingTests {
  private func booked(_ house: House, _ changes: [String: Answer] = [:], mode: String = "customer") throws
    -> Booking
  {
    var draft = Draft(
      date: "2026-11-22", time: "19:00", party: 2, name: "Ada Lovelace", email: "ada@example.com",
      phone: "+44 20 7946 0999", terms: true)
    for (key, answer) in changes { draft[key] = answer }
    let caller: Caller = mode == "customer" ? .guest : .staff(house.host)
    let request = BookingRequest(restaurant: "anchor", mode: mode, draft: draft)
    guard case .booked(let booking, _) = try house.desk().book(request, by: caller) else {
      throw HostError(.internal, "refused")
    }
    return booking
  }

  private func change(
    _ house: House, _ booking: Booking, _ answers: [String: Answer?],
    _ edit: (inout ChangeRequest) -> Void = { _ in }
  ) throws -> StepResult {
    var request = ChangeRequest(reference: booking.reference, answers: answers)
    edit(&request)
    return try house.desk().change(request, by: .holder(ofBooking: booking.id))
  }

  @Test func `is changed by the rules for guests, and the trail says that no staff did it`() throws {
    let house = try House()
    let booking = try booked(house)
    guard case .made(let after, let warnings) = try change(house, booking, ["party": .some(4)]) else {
      throw HostError(.internal, "refused")
    }
    #expect(after.party == 4 && after.version == 2 && warnings.isEmpty)
    #expect(after.effects.contains { $0.trigger == "changed" })
    let entry = try #require(try house.store.read { try $0.history(ofBooking: booking.id) }.last)
    #expect(entry.action == "booking.changed" && entry.staffID == nil && entry.staffRole == Role.none)
    // What staff may let pass, guests may not.
    guard case .refused(let refusal) = try change(house, booking, ["party": .some(13)]) else {
      throw HostError(.internal, "made")
    }
    #expect(refusal.issues.map(\.code) == ["party_max"] && !refusal.isOverridable)
  }

  @Test func `that staff made is changed by the customer's rules, and what it lacks is not asked for`() throws
  {
    let house = try House()
    let booking = try booked(house, ["phone": "", "terms": false], mode: "ops")
    #expect(booking.phone == nil)
    guard case .made(let after, _) = try change(house, booking, ["party": .some(3)]) else {
      throw HostError(.internal, "refused")
    }
    #expect(after.party == 3 && after.mode == "ops")
  }

  @Test func `says nothing that is for staff to say`() throws {
    let house = try House()
    let booking = try booked(house)
    let result = try change(house, booking, [:]) {
      $0.staffNotes = .text("the best table")
      $0.table = .text("1")
      $0.mode = "ops"
    }
    #expect(result == .made(booking, warnings: []))
    let late = try change(house, booking, ["time": .some("03:30")]) {
      $0.overrideReason = "I know the owner"
      $0.mode = "ops"
    }
    guard case .refused(let refusal) = late else { throw HostError(.internal, "made") }
    #expect(refusal.issues.contains { $0.severity == .refuse })
  }

  @Test func `is cancelled by its guest, and nothing else is done with it`() throws {
    let house = try House()
    let booking = try booked(house)
    let holder = Caller.holder(ofBooking: booking.id)
    for step in [BookingStep.to(.checkedIn), .to(.noShow), .to(.confirmed), .undo] {
      let result = try house.desk().take(StepRequest(reference: booking.reference, step: step), by: holder)
      guard case .refused(let refusal) = result else { throw HostError(.internal, "made") }
      #expect(refusal.issues.map(\.code) == ["transition_invalid"])
    }
    let cancel = StepRequest(reference: booking.reference, step: .to(.cancelled))
    guard case .made(let after, _) = try house.desk().take(cancel, by: holder) else {
      throw HostError(.internal, "refused")
    }
    #expect(after.status == .cancelled)
    #expect(after.effects.contains { $0.trigger == "cancelled" })
    #expect(try change(house, booking, ["party": .some(3)]).isRefused(with: "change_invalid"))
  }

  @Test func `that has begun is left to those who are there`() throws {
    let house = try House()
    let booking = try booked(house)
    house.clock.withLock { $0 = booking.startsAt }
    #expect(try change(house, booking, ["party": .some(3)]).isRefused(with: "change_invalid"))
    let cancel = StepRequest(reference: booking.reference, step: .to(.cancelled))
    #expect(
      try house.desk().take(cancel, by: .holder(ofBooking: booking.id)).isRefused(with: "change_invalid"))
    #expect(house.desk().modeForChanges(of: booking) == nil)
  }

  @Test func `is nobody else's, and is changed only as it was seen`() throws {
    let house = try House()
    let (booking, other) = (try booked(house), try booked(house, ["time": "20:00"]))
    let before = try house.rowCounts()
    #expect(throws: HostError.self) {
      try house.desk().change(
        ChangeRequest(reference: booking.reference, answers: ["party": .some(3)]),
        by: .holder(ofBooking: other.id))
    }
    #expect(throws: VersionConflict(expected: 7, current: 1)) {
      try change(house, booking, ["party": .some(3)]) { $0.version = 7 }
    }
    #expect(try house.rowCounts() == before)
  }

  @Test func `gives no role at the restaurant`() throws {
    let house = try House()
    let booking = try booked(house)
    let holder = Caller.holder(ofBooking: booking.id)
    let request = BookingRequest(
      restaurant: "anchor", mode: "ops",
      draft: Draft(date: "2026-11-22", time: "19:00", party: 2, name: "Ada"))
    #expect(throws: HostError.notSignedIn) { try house.desk().book(request, by: holder) }
  }

  @Test func `leaves its guest unknown to the rules: an address that was typed proves nothing`() throws {
    let rules = try RuleBook(files: [
      "customer.lua": """
      return { access = "public", offered = true, fields = { email = {} },
        check = function(draft, facts) if facts.guest.known then refuse("seen_before", "We know you") end end }
      """
    ])
    let house = try House(rules: rules)
    let draft = Draft(date: "2026-11-22", time: "19:00", party: 2, name: "Ada", email: "ada@example.com")
    for time in ["18:00", "19:00"] {
      var draft = draft
      draft[Field.time] = .text(time)
      _ = try house.desk().book(
        BookingRequest(restaurant: "anchor", mode: "customer", draft: draft), by: .guest)
    }
    let booking = try #require(try house.store.read { try $0.booking(reference: "R1") })
    guard case .made = try change(house, booking, ["party": .some(3)]) else {
      throw HostError(.internal, "the rules knew the guest")
    }
  }
}

extension StepResult {
  fileprivate func isRefused(with code: String) -> Bool {
    if case .refused(let refusal) = self { refusal.issues.map(\.code) == [code] } else { false }
  }
}
