import Testing

@testable import BookingHost

/// A service from six in the evening to four in the morning, over the night when clocks change.
@Suite("Saturday night when the clocks change") struct SaturdayNightTests {
  struct Night: Sendable, CustomTestStringConvertible {
    var zone: String
    var saturday: CivilDate
    /// Starts after midnight that are offered, on the hour and half past.
    var small: [String]
    /// From the last start before the change: when a table of ninety minutes ends on the clock.
    var start: String
    var end: String
    var testDescription: String { "\(zone) on \(saturday)" }
  }

  private static let every = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "03:30"]

  static let nights = [
    Night(
      zone: "Europe/London", saturday: "2027-03-27", small: every.filter { !$0.hasPrefix("01") },
      start: "2027-03-28T00:30:00+00:00", end: "2027-03-28T03:00:00+01:00"),
    Night(
      zone: "Europe/London", saturday: "2026-10-24", small: every, start: "2026-10-25T00:30:00+01:00",
      end: "2026-10-25T01:00:00+00:00"),
    Night(
      zone: "America/New_York", saturday: "2027-03-13", small: every.filter { !$0.hasPrefix("02") },
      start: "2027-03-14T01:30:00-05:00", end: "2027-03-14T04:00:00-04:00"),
    Night(
      zone: "America/New_York", saturday: "2026-10-31", small: every, start: "2026-11-01T00:30:00-04:00",
      end: "2026-11-01T01:00:00-05:00"),
    Night(
      zone: "Asia/Kathmandu", saturday: "2026-10-24", small: every, start: "2026-10-25T01:30:00+05:45",
      end: "2026-10-25T03:00:00+05:45"),
  ]

  private func desk(_ night: Night) throws -> (House, BookingDesk) {
    let rules = try RuleBook(files: [
      "m.lua": """
      return { access = "staff", time = { slot_minutes = 30, duration_minutes = 90 },
        effects = function() email("reminder", { before_minutes = 180 }) end }
      """
    ])
    let house = try House(rules: rules)
    let hours = Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map { ($0, DayHours(opens: 720, closes: 1680)) })
    let dinner = ScheduledService(
      period: ServicePeriod(key: "dinner", name: "Dinner", opens: 1080, closes: 1680),
      capacity: Capacity(covers: 40))
    try house.store.write { writer in
      try writer.insert(
        Restaurant(id: "id-night", slug: "night", name: "Night", zone: Zone(identifier: night.zone)!),
        schedule: Schedule(weekly: hours, services: [dinner]), isDemo: false)
      try writer.insertMembership(staffID: house.host.id, restaurantID: "id-night", role: .host)
    }
    let day = LocalDateTime(date: night.saturday.adding(days: -2), minute: 720)
    house.clock.withLock { $0 = Instant(seconds: day.totalMinutes * 60) }
    return (house, house.desk())
  }

  @Test(arguments: nights)
  func `offers the starts that the clock shows, once each and in the order they come`(night: Night) throws {
    let (house, desk) = try desk(night)
    let slots = try desk.slots(
      restaurant: "night", date: night.saturday, mode: "m", draft: Draft(party: 2), by: .staff(house.host))
    let dinner = slots.filter { $0.start >= LocalDateTime(date: night.saturday, minute: 1080) }
    let evening = (36..<48).map { ClockTime.text($0 * 30) }
    #expect(dinner.map(\.start.time) == evening + night.small)
    let full = dinner.filter { !$0.isFree }
    #expect(full.isEmpty)
  }

  @Test(arguments: nights)
  func `a table is held for as long as it takes, whatever the clock says when it ends`(night: Night) throws {
    let (house, desk) = try desk(night)
    let date = night.saturday.adding(days: 1).description
    let time = String(night.start.dropFirst(11).prefix(5))
    var asked = draft(date: .text(date), time: .text(time))
    asked["email"] = "ada@example.com"
    let request = BookingRequest(restaurant: "night", mode: "m", draft: asked)
    guard case .booked(let booking, _) = try desk.book(request, by: .staff(house.host)) else {
      Issue.record("refused")
      return
    }
    #expect(booking.zone.timestamp(booking.startsAt) == night.start)
    #expect(booking.zone.timestamp(booking.endsAt) == night.end)
    #expect(booking.endsAt.seconds - booking.startsAt.seconds == 90 * 60)
    #expect(booking.serviceDate == night.saturday)
    // Three hours ahead are three hours.
    let due = try house.store.rows("SELECT due_at FROM effects WHERE action = 'email'")[0]["due_at"]
    #expect(due == String(booking.startsAt.seconds - 180 * 60))
  }
}
