@testable import BookingHost

/// A restaurant and bookings for what is decided without a store.
enum HouseFixtures {
  static let london = Zone(identifier: "Europe/London")!
  /// Saturday noon in London.
  static let now = instant("2026-11-21 12:00")

  /// Open daily from noon to two at night, dinner from 17:30.
  static func setup(zone: Zone = london, covers: Int? = 40, seats: Int? = nil) -> HouseSetup {
    let hours = DayHours(opens: 720, closes: 1560)
    let dinner = ScheduledService(
      period: ServicePeriod(key: "dinner", name: "Dinner", opens: 1050, closes: 1560),
      capacity: Capacity(covers: covers))
    let week = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) })
    return HouseSetup(
      restaurant: Restaurant(id: "r", slug: "anchor", name: "Anchor", zone: zone, seats: seats),
      schedule: Schedule(weekly: week, services: [dinner]))
  }

  static func instant(_ local: LocalDateTime, _ zone: Zone = london) -> Instant {
    zone.instants(of: local)[0]
  }

  /// Two people for an hour and a half; made in the order of their numbers.
  static func booking(
    _ number: Int = 1, _ start: LocalDateTime, covers: Int = 2, lastNight: Bool = false,
    status: BookingStatus = .confirmed, zone: Zone = london, at moment: Instant? = nil
  ) -> HeldBooking {
    let starts = moment ?? instant(start, zone)
    return HeldBooking(
      id: "b\(number)", reference: "R\(number)", name: "Ada", party: covers, covers: covers, status: status,
      start: start, zone: zone, serviceDate: lastNight ? start.date.adding(days: -1) : start.date,
      serviceMinute: start.minute + (lastNight ? 1440 : 0), starts: starts, ends: starts.adding(minutes: 90),
      createdAt: Instant(seconds: number))
  }

  /// The references that a change strands, with the codes of what is wrong with them.
  static func stranded(
    _ change: HouseChange, _ bookings: [HeldBooking], from setup: HouseSetup = setup(), now: Instant = now
  ) throws -> [String: [String]] {
    let after = try change.applied(to: setup, now: now)
    let found = Stranding(bookings, now: now).stranded(by: after, insteadOf: setup)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.booking.reference, $0.troubles.map(\.code)) })
  }
}
