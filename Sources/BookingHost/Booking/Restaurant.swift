/// A restaurant as bookings know it.
public struct Restaurant: Hashable, Sendable {
  public var id: String
  /// Its name in addresses and on the command line: `the-anchor`.
  public var slug: String
  public var name: String
  public var zone: Zone
  public var phone: String?
  public var email: String?
  public var address: String?
  /// A BCP 47 language tag: `en-GB`.
  public var locale: String
  /// How many covers can sit at once; nil when nobody counts.
  public var seats: Int?

  public init(
    id: String, slug: String, name: String, zone: Zone, phone: String? = nil, email: String? = nil,
    address: String? = nil, locale: String = "en-GB", seats: Int? = nil
  ) {
    self.id = id
    self.slug = slug
    self.name = name
    self.zone = zone
    self.phone = phone
    self.email = email
    self.address = address
    self.locale = locale
    self.seats = seats
  }
}

/// When a restaurant is open, as an operator sets it up.
public struct Schedule: Hashable, Sendable {
  /// Hours by weekday; a weekday that is missing is closed.
  public var weekly: [Weekday: DayHours]
  /// Dates that differ from their weekday.
  public var exceptions: [CivilDate: DayHours]
  public var services: [ScheduledService]

  public init(
    weekly: [Weekday: DayHours], exceptions: [CivilDate: DayHours] = [:], services: [ScheduledService] = []
  ) {
    self.weekly = weekly
    self.exceptions = exceptions
    self.services = services
  }
}

/// A service period, the weekdays it is held on, and how much it holds.
public struct ScheduledService: Hashable, Sendable {
  public var period: ServicePeriod
  public var weekdays: Set<Weekday>
  public var capacity: Capacity
  /// Capacity of single weekdays, before the service's own.
  public var weekdayCapacity: [Weekday: Capacity]
  /// Capacity of single dates, before the weekday's.
  public var dateCapacity: [CivilDate: Capacity]

  public init(
    period: ServicePeriod, weekdays: Set<Weekday> = Set(Weekday.allCases), capacity: Capacity = Capacity(),
    weekdayCapacity: [Weekday: Capacity] = [:], dateCapacity: [CivilDate: Capacity] = [:]
  ) {
    self.period = period
    self.weekdays = weekdays
    self.capacity = capacity
    self.weekdayCapacity = weekdayCapacity
    self.dateCapacity = dateCapacity
  }
}

/// How much a service takes; nil is unlimited.
public struct Capacity: Hashable, Sendable {
  public var covers: Int?
  public var parties: Int?

  public init(covers: Int? = nil, parties: Int? = nil) {
    self.covers = covers
    self.parties = parties
  }
}
