/// A party that waits for a table.
package struct WaitlistEntry: Hashable, Sendable {
  /// A UUID in lower case.
  package var id: String
  /// Counts up over the parties of one service day: what is called out, as W7.
  package var number: Int
  package var restaurant: Booking.RestaurantName
  package var zone: Zone
  /// The service day it waits on. It does not wait for another.
  package var serviceDate: CivilDate
  /// Whose rules took it on, and will seat it.
  package var mode: String
  package var party: Int
  package var name: String
  package var email: String?
  package var phone: String?
  /// The address and number as the mode's format functions normalised them.
  package var normalisedEmail: String?
  package var normalisedPhone: String?
  package var notes: String?
  package var seating: String?
  package var state = WaitlistState.waiting
  /// How long it was told that it would take, in minutes.
  package var quotedMinutes: Int
  package var addedAt: Instant
  /// Who put it on the list.
  package var staff: Booking.StaffMark
  /// When it was last called.
  package var calledAt: Instant?
  /// Until when a called party keeps its table.
  package var heldUntil: Instant?
  /// Whether it was called, did not come, and was put back once.
  package var hasReturned = false
  /// When it was seated or left.
  package var endedAt: Instant?
  /// Why it left, in staff's own words.
  package var reason: String?
  /// The reference of the booking that it was seated with.
  package var booking: String?
  /// Counts up with every step.
  package var version = 1
  package var updatedAt: Instant

  package init(
    id: String, number: Int, restaurant: Booking.RestaurantName, zone: Zone, serviceDate: CivilDate,
    mode: String, party: Int, name: String, quotedMinutes: Int, addedAt: Instant, staff: Booking.StaffMark
  ) {
    self.id = id
    self.number = number
    self.restaurant = restaurant
    self.zone = zone
    self.serviceDate = serviceDate
    self.mode = mode
    self.party = party
    self.name = name
    self.quotedMinutes = quotedMinutes
    self.addedAt = addedAt
    self.staff = staff
    updatedAt = addedAt
  }

  /// What staff type and call out: `W7`.
  package var code: String { "W\(number)" }

  /// Whether it was called longer ago than its table is held.
  package func isOverdue(_ now: Instant) -> Bool {
    state == .called && heldUntil.map { now > $0 } ?? false
  }

  /// The number in a code: 7 of `W7` or `w7`. Nil for what is no code.
  package static func number(_ code: String) -> Int? {
    guard code.utf8.count <= 8, let first = code.first, first == "W" || first == "w" else { return nil }
    return digits(code.dropFirst())
  }
}

/// Where a party on the list is.
package enum WaitlistState: String, CaseIterable, Hashable, Sendable {
  case waiting
  /// Its table is ready, and it has been told.
  case called
  case seated, left

  /// Whether it has a place in the line.
  package var isOpen: Bool { self == .waiting || self == .called }
}

/// What may happen to a party on the list.
package enum WaitlistStep: String, CaseIterable, Hashable, Sendable {
  /// Its table is ready.
  case call
  /// It was called and did not come yet: it goes on waiting, at its old place.
  case back
  case seat, leave
}

extension WaitlistStep {
  /// Where a step takes an entry. Throws, in a sentence, when it cannot be taken.
  package func state(of entry: WaitlistEntry) throws(LifeCycle.Refusal) -> WaitlistState {
    switch (self, entry.state) {
    case (.call, .waiting): return .called
    case (.seat, .waiting), (.seat, .called): return .seated
    case (.leave, .waiting), (.leave, .called): return .left
    case (.back, .called) where !entry.hasReturned: return .waiting
    default: throw LifeCycle.Refusal(message: objection(to: entry))
    }
  }

  private func objection(to entry: WaitlistEntry) -> String {
    let code = entry.code
    return switch (entry.state, self) {
    case (.seated, _): "\(code) has been seated already."
    case (.left, _): "\(code) has left the list."
    case (.called, .back): "\(code) was put back once already: seat them, or let them go."
    case (.called, _): "\(code) has been called already."
    case (.waiting, _): "\(code) is waiting, and was not called."
    }
  }
}
