/// Two restaurants to try things out with, and the staff of the first. Only a description: `Setup.demo`
/// writes it.
package struct DemoData: Sendable {
  /// A restaurant without an id.
  package struct Site: Sendable {
    package var slug: String
    package var name: String
    package var timezone: String
    package var phone: String
    package var email: String
    package var address: String
    package var locale: String
    package var seats: Int
    package var schedule: Schedule
  }

  /// The first is the one the staff belong to.
  package var sites: [Site]
  /// One account for each role.
  package var staff: [(email: String, role: Role)]

  /// The demo as of a date: Christmas is taken out of the calendar for three years from then on.
  package init(today: CivilDate) {
    sites = [DemoData.anchor(today: today), DemoData.harbor]
    staff = Role.ofStaff.map { ("\($0.rawValue)@the-anchor.example", $0) }
  }

  private static func anchor(today: CivilDate) -> Site {
    Site(
      slug: "the-anchor", name: "The Anchor", timezone: "Europe/London", phone: "+44 20 7946 0100",
      email: "hello@the-anchor.example", address: "1 Quay Street, London", locale: "en-GB", seats: 40,
      schedule: Schedule(
        weekly: hours([.monday, .tuesday, .wednesday, .thursday], 12, 23)
          .merging(hours([.friday, .saturday], 12, 26)) { $1 },
        exceptions: christmases(from: today, years: 3),
        services: [
          service("lunch", "Lunch", 12 * 60, 15 * 60, on: open, covers: 40),
          service("dinner", "Dinner", 17 * 60 + 30, 23 * 60, on: open, covers: 40),
          service("late", "Late night", 23 * 60, 26 * 60, on: [.friday, .saturday], covers: 40),
        ]))
  }

  private static let open: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday]

  private static var harbor: Site {
    let weekend: Set<Weekday> = [.saturday, .sunday]
    let lateNights: Set<Weekday> = [.friday, .saturday]
    return Site(
      slug: "harbor-house", name: "Harbor House", timezone: "America/New_York", phone: "+1 212 555 0123",
      email: "hello@harbor-house.example", address: "200 Pier Avenue, New York", locale: "en-US", seats: 60,
      schedule: Schedule(
        weekly: hours([.tuesday, .wednesday, .thursday, .sunday], 11, 24)
          .merging(hours([.friday, .saturday], 11, 26)) { $1 },
        services: [
          service("brunch", "Brunch", 11 * 60, 15 * 60, on: weekend, covers: 50),
          service(
            "dinner", "Dinner", 17 * 60, 22 * 60, on: Set(Weekday.allCases).subtracting([.monday]),
            covers: 60),
          service("late", "Late night", 22 * 60, 26 * 60, on: lateNights, covers: 30),
        ]))
  }

  private static func hours(_ weekdays: [Weekday], _ opens: Int, _ closes: Int) -> [Weekday: DayHours] {
    Dictionary(
      uniqueKeysWithValues: weekdays.map { ($0, DayHours(opens: opens * 60, closes: closes * 60)) })
  }

  private static func service(
    _ key: String, _ name: String, _ opens: Int, _ closes: Int, on weekdays: Set<Weekday>, covers: Int
  ) -> ScheduledService {
    ScheduledService(
      period: ServicePeriod(key: key, name: name, opens: opens, closes: closes), weekdays: weekdays,
      capacity: Capacity(covers: covers))
  }

  private static func christmases(from today: CivilDate, years: Int) -> [CivilDate: DayHours] {
    let first = today.parts.year
    let dates = (first..<first + years).compactMap { CivilDate(year: $0, month: 12, day: 25) }
    return Dictionary(uniqueKeysWithValues: dates.map { ($0, .closed(label: "Christmas Day")) })
  }
}
