/// One thing that a manager changes about a restaurant. It says what becomes different and nothing else, so that
/// two managers who change different things at once do not undo each other's.
package enum HouseChange: Hashable, Sendable {
  case details(DetailsEdit)
  /// How many covers can sit at once; nil when nobody is to count.
  case seats(Int?)
  case weekly([Weekday: DayHours])
  /// A date that differs from its weekday; nil when it is to be like any other.
  case exception(CivilDate, DayHours?)
  case close(from: Instant, to: Instant, reason: String?)
  case open(Opening)
  case service(key: String, ServiceEdit)
  case removeService(key: String)
  /// What a service holds on a weekday or a date; nil when that is to be as usual.
  case capacity(key: String, CapacityDay, CapacityEdit?)

  /// Which closures end.
  package enum Opening: Hashable, Sendable {
    /// Those that are on at the moment.
    case now
    /// Those that are still to come as well.
    case all
    case closure(Int)
  }
}

/// What is to be different about who and where a restaurant is; nil stays as it is. Empty text takes phone, email or
/// address away.
package struct DetailsEdit: Hashable, Sendable {
  package var name: String?
  package var timezone: String?
  package var phone: String?
  package var email: String?
  package var address: String?
  package var locale: String?

  package init(
    name: String? = nil, timezone: String? = nil, phone: String? = nil, email: String? = nil,
    address: String? = nil, locale: String? = nil
  ) {
    (self.name, self.timezone, self.phone) = (name, timezone, phone)
    (self.email, self.address, self.locale) = (email, address, locale)
  }
}

/// What is to become of a maximum.
package enum LimitEdit: Hashable, Sendable {
  case keep, unlimited
  case most(Int)

  func applied(to limit: Int?) -> Int? {
    switch self {
    case .keep: limit
    case .unlimited: nil
    case .most(let number): number
    }
  }
}

/// What is to be different about how much a service holds.
package struct CapacityEdit: Hashable, Sendable {
  package var covers: LimitEdit
  package var parties: LimitEdit

  package init(covers: LimitEdit = .keep, parties: LimitEdit = .keep) {
    self.covers = covers
    self.parties = parties
  }

  func applied(to capacity: Capacity) -> Capacity {
    Capacity(covers: covers.applied(to: capacity.covers), parties: parties.applied(to: capacity.parties))
  }
}

/// What is to be different about a service; nil stays as it is. A new one needs hours; it is named after its key,
/// held daily and unlimited unless it is said otherwise.
package struct ServiceEdit: Hashable, Sendable {
  package var name: String?
  package var weekdays: Set<Weekday>?
  package var hours: DayHours?
  package var capacity: CapacityEdit

  package init(
    name: String? = nil, weekdays: Set<Weekday>? = nil, hours: DayHours? = nil,
    capacity: CapacityEdit = CapacityEdit()
  ) {
    self.name = name
    self.weekdays = weekdays
    self.hours = hours
    self.capacity = capacity
  }
}

/// The days that a service holds more or less on than usual.
package enum CapacityDay: Hashable, Sendable {
  case weekday(Weekday)
  case date(CivilDate)

  /// Reads `fri` and `2026-12-24`. Throws `HouseRefusal` for anything else.
  package init(reading text: String) throws {
    if let date = CivilDate(text) {
      self = .date(date)
    } else if let weekday = WeekdayText.day(text) {
      self = .weekday(weekday)
    } else {
      throw HouseRefusal("day_invalid", field: "on", "This must be a weekday or a date: fri, 2026-12-24.")
    }
  }
}

/// Why a change cannot be made, whoever asks for it.
package struct HouseRefusal: Error, Hashable, Sendable {
  /// Stable, in snake case: `hours_invalid`.
  package var code: String
  /// Which of the options it is about.
  package var field: String
  /// A sentence for a person.
  package var message: String

  package init(_ code: String, field: String, _ message: String) {
    self.code = code
    self.field = field
    self.message = message
  }
}
