/// Everything that is set up about a restaurant, as one value: changes are made to it, and what they do to bookings
/// is found by comparing two of them.
package struct HouseSetup: Hashable, Sendable {
  package var restaurant: Restaurant
  package var schedule: Schedule
  /// In order; those that are over only where it says so.
  package var closures: [Closure]

  package init(restaurant: Restaurant, schedule: Schedule, closures: [Closure] = []) {
    self.restaurant = restaurant
    self.schedule = schedule
    self.closures = closures
  }

  package func hours(on date: CivilDate) -> DayHours {
    schedule.exceptions[date] ?? schedule.weekly[date.weekday] ?? .closed()
  }

  /// The services that are held on a date, with what they hold then.
  package func services(on date: CivilDate) -> [DayService] {
    schedule.services.compactMap { $0.held(on: date) }
  }

  /// The service that a minute of a service day is in.
  func service(on date: CivilDate, at minute: Int) -> DayService? {
    services(on: date).first { $0.period.contains(minute) }
  }
}

extension ScheduledService {
  /// The service with the capacity of a date: the date's own before the weekday's before the service's.
  /// Nil when it is not held on that weekday.
  func held(on date: CivilDate) -> DayService? {
    guard weekdays.contains(date.weekday) else { return nil }
    return DayService(
      period: period, capacity: dateCapacity[date] ?? weekdayCapacity[date.weekday] ?? capacity)
  }
}
