@testable import BookingHost

/// A house on a Saturday evening with ten chairs, where walk-ins have to wait.
struct WaitHouse {
  let outboxes: OutboxHouse
  var house: House { outboxes.house }
  var host: Caller { .staff(house.host) }
  var manager: Caller { .staff(house.manager) }

  static let rules = """
    return {
      access = "staff",
      party = { max = 12 },
      time = { duration_minutes = 60 },
      severity = { capacity_exceeded = { override = "manager" } },
    }
    """

  /// `tables` go into the mode; `seats` of the restaurant.
  init(_ tables: String = "", rules: String? = nil, seats: Int = 10, store: Store? = nil) throws {
    let rules = rules ?? Self.rules.replacing("access =", with: "\(tables) access =")
    outboxes = try OutboxHouse(rules: rules, store: store)
    try house.store.execute("UPDATE restaurants SET seats = \(seats)")
  }

  /// Guests who sit down now, and stay for so long as the rules say.
  @discardableResult
  func walkIn(_ party: Int, name: String = "Grace", by caller: Caller? = nil, reason: String? = nil) throws
    -> BookingResult
  {
    try house.desk().book(walkInRequest(party, name: name, reason: reason), by: caller ?? host)
  }

  func walkInRequest(_ party: Int, name: String = "Grace", reason: String? = nil) -> BookingRequest {
    BookingRequest(
      restaurant: "anchor", mode: "m", draft: Draft(party: .integer(party), name: .text(name)), isNow: true,
      seating: .init(), overrideReason: reason)
  }

  func wait(
    _ party: Int, name: String = "Ada Lovelace", email: String? = nil, phone: String? = nil,
    restaurant: String = "anchor", by caller: Caller? = nil, notes: String? = nil
  ) throws -> WaitResult {
    let draft = Draft(
      party: .integer(party), name: .text(name), email: email.map { .text($0) },
      phone: phone.map { .text($0) }, notes: notes.map { .text($0) })
    return try house.desk().wait(
      WaitRequest(restaurant: restaurant, mode: "m", draft: draft), by: caller ?? host)
  }

  /// Puts a party on the list that must be let on.
  @discardableResult
  func added(
    _ party: Int, name: String = "Ada Lovelace", email: String? = nil, phone: String? = nil,
    notes: String? = nil
  ) throws -> WaitlistEntry {
    guard
      case .added(let place) = try wait(party, name: name, email: email, phone: phone, notes: notes)
    else { throw HostError(.internal, "refused") }
    return place.entry
  }

  func take(
    _ step: WaitlistStep, _ entry: WaitlistEntry, by caller: Caller? = nil, table: String? = nil,
    reason: String? = nil, override: String? = nil, version: Int? = nil
  ) throws -> WaitlistStepResult {
    try house.desk().take(
      WaitlistStepRequest(
        entry.id, step: step, reason: reason, table: table, overrideReason: override, version: version),
      by: caller ?? host)
  }

  /// Takes a step that must be made.
  @discardableResult
  func go(_ step: WaitlistStep, _ entry: WaitlistEntry) throws -> WaitlistEntry {
    guard case .made(let place, _) = try take(step, entry) else {
      throw HostError(.internal, "refused")
    }
    return place.entry
  }

  func line(all: Bool = false) throws -> [String] {
    try house.desk().waitlist(restaurant: "anchor", all: all, by: host).places.map { place in
      "\(place.position.map { "\($0)" } ?? "-") \(place.entry.code) \(place.entry.state.rawValue)"
    }
  }

  func pass(minutes: Int) { house.clock.withLock { $0 = $0.adding(minutes: minutes) } }
}

extension WaitResult {
  var codes: [String] { if case .refused(let refusal) = self { refusal.issues.map(\.code) } else { [] } }
  var quoted: Int? { if case .added(let place) = self { place.entry.quotedMinutes } else { nil } }
}

extension WaitlistStepResult {
  var codes: [String] { if case .refused(let refusal) = self { refusal.issues.map(\.code) } else { [] } }
  var booking: Booking? { if case .made(_, let booking) = self { booking } else { nil } }
  var entry: WaitlistEntry? { if case .made(let place, _) = self { place.entry } else { nil } }
}
