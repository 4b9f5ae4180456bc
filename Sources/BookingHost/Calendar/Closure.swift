/// A stretch of real time in which a restaurant takes no new bookings, `to` excluded.
package struct Closure: Hashable, Sendable {
  /// Its number in the store; nil before it is there.
  package var id: Int?
  package var from: Instant
  package var to: Instant
  package var reason: String?

  package init(id: Int? = nil, from: Instant, to: Instant, reason: String? = nil) {
    self.id = id
    self.from = from
    self.to = to
    self.reason = reason
  }

  package func contains(_ instant: Instant) -> Bool { instant >= from && instant < to }

  /// The part of it that touches a service day, in minutes of that day; nil when it does not. A service day
  /// lasts until midnight, or until it closes where that is later.
  func minutes(of date: CivilDate, hours: DayHours, in zone: Zone) -> ClosedPeriod? {
    let end = hours.closed ? 1440 : max(1440, hours.closes)
    let midnight = date.dayNumber * 1440
    let first = max(0, Closure.firstStart(notBefore: from, in: zone).totalMinutes - midnight)
    let last = min(end, Closure.firstStart(notBefore: to, in: zone).totalMinutes - midnight)
    return first < last ? ClosedPeriod(from: first, to: last, reason: reason) : nil
  }

  /// The first minute on the wall clock whose instant is not before `instant`. Of a minute that the clock
  /// shows twice the first counts, as it does for bookings; minutes that the clock skips do not exist.
  static func firstStart(notBefore instant: Instant, in zone: Zone) -> LocalDateTime {
    var local = zone.local(instant)
    // One step for odd seconds; through the rest of an hour that repeats; no clock ever jumped further
    // than a day.
    for _ in 0..<1440 {
      if let shown = zone.instants(of: local).first, shown >= instant { break }
      local = local.adding(minutes: 1)
    }
    return local
  }
}
