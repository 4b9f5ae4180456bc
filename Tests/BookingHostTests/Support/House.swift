import Foundation
import Synchronization

@testable import BookingHost

/// A restaurant with a store, staff and rules, and a clock that stands still until it is moved.
final class House: Sendable {
  /// Saturday 2026-11-21, 18:00 in London.
  static let saturdayEvening = Instant(seconds: LocalDateTime("2026-11-21 18:00").totalMinutes * 60)

  let store: Store
  let clock = Mutex(House.saturdayEvening)
  private let counter = Mutex(0)
  let rules: RuleBook
  let host = StaffAccount(id: "staff-host", email: "host@example.com")
  let manager = StaffAccount(id: "staff-manager", email: "manager@example.com")
  let stranger = StaffAccount(id: "staff-stranger", email: "stranger@example.com")

  init(rules: RuleBook = Shipped.rules, store: Store? = nil, isNew: Bool = true) throws {
    self.rules = rules
    self.store = try store ?? TestStore.make()
    if isNew { try furnish() }
  }

  private func furnish() throws {
    let hours = Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map { ($0, DayHours(opens: 720, closes: 1560)) })
    let dinner = ScheduledService(
      period: ServicePeriod(key: "dinner", name: "Dinner", opens: 1050, closes: 1560),
      capacity: Capacity(covers: 40))
    let schedule = Schedule(
      weekly: hours, exceptions: ["2026-12-25": .closed(label: "Christmas Day")], services: [dinner])
    try store.write { writer in
      for slug in ["anchor", "other"] {
        let restaurant = Restaurant(
          id: "id-\(slug)", slug: slug, name: slug.capitalized, zone: Zone(identifier: "Europe/London")!,
          phone: "+44 20 7946 0100", seats: slug == "anchor" ? 40 : nil)
        try writer.insert(restaurant, schedule: schedule, isDemo: false)
      }
      for (account, restaurant, role) in [
        (host, "id-anchor", Role.host), (manager, "id-anchor", .manager), (stranger, "id-other", .owner),
      ] {
        try writer.insertStaff(account, passwordHash: nil, now: House.saturdayEvening)
        try writer.insertMembership(staffID: account.id, restaurantID: restaurant, role: role)
      }
    }
  }

  func desk(rules: RuleBook? = nil) -> BookingDesk {
    BookingDesk(
      store: store, rules: rules ?? self.rules,
      environment: HostEnvironment(
        now: { self.clock.withLock { $0 } },
        uuid: { UUID().uuidString.lowercased() },
        reference: {
          "R"
            + String(
              self.counter.withLock {
                $0 += 1; return $0
              })
        }),
      keyedHash: { Digest.sha256(Array(("test" + $0).utf8)) })
  }

  /// How many rows each table has.
  func rowCounts() throws -> [String: Int] {
    let tables = try TestStore.tables(store)
    return try Dictionary(
      uniqueKeysWithValues: tables.map { table in
        (table, Int(try store.rows("SELECT count(*) AS n FROM \(table)")[0]["n"] ?? "") ?? -1)
      })
  }
}
