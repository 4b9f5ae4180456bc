import Foundation

@testable import BookingHost

/// A directory that is gone when the test is over.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "booking-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Restaurants, staff and bookings that tests of the store begin with.
enum StoreFixtures {
  static let now = Instant(seconds: 1_795_000_000)
  static let london = Zone(identifier: "Europe/London")!
  static let anchor = Restaurant(
    id: "r-anchor", slug: "the-anchor", name: "The Anchor", zone: london, phone: "+442079460100", seats: 40)
  static let other = Restaurant(
    id: "r-other", slug: "other", name: "Other", zone: Zone(identifier: "America/New_York")!)
  static let host = StaffAccount(id: "s-host", email: "host@the-anchor.example")
  static let hours = DayHours(opens: 720, closes: 1380)
  static let everyDay = Schedule(
    weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) }))

  /// Two restaurants and a host of the first.
  static func fill(_ store: Store) throws {
    try store.write { store in
      try store.insert(anchor, schedule: everyDay, isDemo: false)
      try store.insert(other, schedule: everyDay, isDemo: false)
      try store.insertStaff(host, passwordHash: nil, now: now)
      try store.insertMembership(staffID: host.id, restaurantID: anchor.id, role: .host)
    }
  }

  static func inMemory() throws -> Store { try filled(TestStore.make()) }

  static func filled(_ store: Store) throws -> Store {
    try fill(store)
    return store
  }

  static func onDisk(_ directory: TemporaryDirectory) throws -> Store {
    let store = try Store.create(directory: directory.path)
    try fill(store)
    return store
  }

  /// A plain walk-in: a name and nothing else.
  static func booking(
    _ number: Int, at restaurant: Restaurant = anchor, date: CivilDate = "2026-11-22", minute: Int = 1170,
    name: String = "Ada Lovelace", party: Int = 2, status: BookingStatus = .confirmed
  ) -> Booking {
    let start = LocalDateTime(day: date, minute: minute)
    let startsAt = restaurant.zone.instants(of: start)[0]
    return Booking(
      id: "b-\(number)", reference: "REF\(number)",
      restaurant: Booking.RestaurantName(id: restaurant.id, slug: restaurant.slug, name: restaurant.name),
      mode: "ops", start: start, end: start.adding(minutes: 90), serviceDate: date, serviceMinute: minute,
      startsAt: startsAt, endsAt: startsAt.adding(minutes: 90), zone: restaurant.zone, party: party,
      covers: party, name: name, status: status, source: "system", revision: "rev-1", createdAt: now)
  }

  static func record(
    for booking: Booking, idempotency: (key: IdempotencyKey, payloadHash: [UInt8])? = nil
  ) -> BookingRecord {
    BookingRecord(
      guestKey: GuestKey(
        name: booking.name, email: booking.normalisedEmail ?? booking.email,
        phone: booking.normalisedPhone ?? booking.phone),
      decision: decision("d-" + booking.id, at: booking.restaurant.id, outcome: .confirmed),
      ruleFiles: ["ops.lua": "return {}", "lib/contact.lua": "return {}"], contractVersion: 1,
      idempotency: idempotency, staffID: booking.staff?.id, newGuestID: "g-" + booking.id)
  }

  static func decision(
    _ id: String, at restaurantID: String = anchor.id, outcome: Verdict.Outcome = .refused,
    createdAt: Instant = now
  ) -> DecisionRecord {
    DecisionRecord(
      id: id, restaurantID: restaurantID, mode: "ops", action: .create, revision: "rev-1",
      contractVersion: 1, outcome: outcome, issues: [], snapshot: [1, 2, 3], createdAt: createdAt)
  }
}

extension Store {
  /// Stores a booking with all that belongs to it.
  @discardableResult
  func add(_ booking: Booking) throws -> Booking {
    try write { try $0.insert(booking, record: StoreFixtures.record(for: booking)) }
    return booking
  }

  func count(_ table: String, where condition: String = "1 = 1") throws -> Int {
    let rows = try rows("SELECT COUNT(*) AS n FROM \(table) WHERE \(condition)")
    return rows.first?["n"].flatMap { Int($0) } ?? -1
  }

  /// The tables of the schema, the library's own left out.
  func tables() throws -> [String] {
    try TestStore.tables(self).filter { !$0.hasPrefix("grdb_") }.sorted()
  }

  /// How many rows each table has.
  func census() throws -> [String: Int] {
    try Dictionary(uniqueKeysWithValues: tables().map { ($0, try count($0)) })
  }
}
