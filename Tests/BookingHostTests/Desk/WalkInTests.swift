import Testing

@testable import BookingHost

@Suite struct `Guests at the door` {
  let house: House

  init() throws { house = try House() }

  private func walkIn(
    _ changes: [String: Answer] = [:], table: String? = nil, rules: RuleBook? = nil, mode: String = "ops",
    key: String? = nil
  ) throws -> BookingResult {
    var draft = Draft(party: 3, name: "Ada")
    for (name, answer) in changes { draft[name] = answer }
    return try house.desk(rules: rules).book(
      BookingRequest(
        restaurant: "anchor", mode: mode, draft: draft, isNow: true, seating: .init(table: table),
        idempotencyKey: key), by: .staff(house.host))
  }

  @Test(arguments: 0..<15)
  func `are seated at every minute of the quarter of an hour`(minute: Int) throws {
    house.clock.withLock { $0 = House.saturdayEvening.adding(minutes: 60 + minute) }
    guard case .booked(let booking, _) = try walkIn(table: "12") else {
      throw HostError(.internal, "refused")
    }
    #expect(booking.status == .checkedIn)
    #expect(booking.start == LocalDateTime(date: "2026-11-21", minute: 1140 + minute))
    #expect(booking.table == "12")
    let history = try house.store.read { try $0.history(ofBooking: booking.id) }
    #expect(history.map(\.action) == ["booking.created", "booking.checked_in"])
    let stored = try house.store.read { try $0.booking(id: booking.id) }
    #expect(stored == booking)
  }

  @Test func `have follow what a booking and a check-in have follow`() throws {
    let rules = try RuleBook(files: [
      "ops.lua": """
      return { access = "staff", effects = function(b) notify("door", b.status) end,
        on = { checked_in = function(b) notify("floor", b.status) end } }
      """
    ])
    guard case .booked(let booking, _) = try walkIn(rules: rules) else {
      throw HostError(.internal, "refused")
    }
    #expect(
      booking.effects.map(\.effect.action) == [
        .notify(channel: "door", message: "confirmed"), .notify(channel: "floor", message: "checked_in"),
      ])
    #expect(booking.effects.map(\.trigger) == ["created", "checked_in"])
  }

  @Test func `are not booked where the rules do not let them be seated`() throws {
    let rules = try RuleBook(files: [
      "ops.lua": """
      return { access = "staff", transitions = { checked_in = function() refuse("no", "No table") end } }
      """
    ])
    let before = try house.rowCounts()
    guard case .refused(let refusal) = try walkIn(rules: rules) else { throw HostError(.internal, "booked") }
    #expect(refusal.issues.map(\.code) == ["no"])
    #expect(try house.rowCounts() == before)
  }

  @Test func `wait where somebody has to confirm them`() throws {
    let rules = try RuleBook(files: ["ops.lua": #"return { access = "staff", status = "pending" }"#])
    guard case .booked(let booking, _) = try walkIn(rules: rules) else {
      throw HostError(.internal, "refused")
    }
    #expect(booking.status == .pending)
  }

  @Test func `are seated once when they are asked for twice`() throws {
    guard case .booked(let first, false) = try walkIn(key: "k"),
      case .booked(let second, true) = try walkIn(key: "k")
    else { throw HostError(.internal, "not twice the same") }
    #expect(first == second)
    #expect(throws: HostError.self) { try walkIn(table: "3", key: "k") }
  }
}
