/// One service day of a restaurant as the store has it: hours, services with what they hold, closures,
/// and who is coming.
public struct ServiceDay: Hashable, Sendable {
  public var date: CivilDate
  public var hours: DayHours
  public var services: [DayService]
  public var closures: [ClosedPeriod]
  /// Bookings of this service day that count for capacity.
  public var bookings: [DiaryEntry]

  public init(
    date: CivilDate, hours: DayHours, services: [DayService] = [], closures: [ClosedPeriod] = [],
    bookings: [DiaryEntry] = []
  ) {
    self.date = date
    self.hours = hours
    self.services = services
    self.closures = closures
    self.bookings = bookings
  }
}

/// A service on one date, with the capacity that holds on that date.
public struct DayService: Hashable, Sendable {
  public var period: ServicePeriod
  public var capacity: Capacity

  public init(period: ServicePeriod, capacity: Capacity) {
    self.period = period
    self.capacity = capacity
  }
}

/// What capacity needs to know of one booking.
public struct DiaryEntry: Hashable, Sendable {
  public var bookingID: String
  /// Minute of its service day.
  public var minute: Int
  public var starts: Instant
  public var ends: Instant
  public var covers: Int

  public init(bookingID: String, minute: Int, starts: Instant, ends: Instant, covers: Int) {
    self.bookingID = bookingID
    self.minute = minute
    self.starts = starts
    self.ends = ends
    self.covers = covers
  }
}

/// A restaurant's service days around a date: the day before, the day itself and the day after.
/// From it the facts of any start on that date follow without asking the store again.
public struct Diary: Hashable, Sendable {
  public var restaurant: Restaurant
  public var days: [CivilDate: ServiceDay]

  public init(restaurant: Restaurant, days: [ServiceDay]) {
    self.restaurant = restaurant
    self.days = Dictionary(uniqueKeysWithValues: days.map { ($0.date, $0) })
  }

  /// The dates a store has to read so that starts on `date` can be decided.
  public static func dates(around date: CivilDate) -> [CivilDate] {
    [-1, 0, 1].map { date.adding(days: $0) }
  }

  /// The service day that a start belongs to: past midnight it is the evening before, when that evening
  /// is still open then and the new day is not.
  public func moment(of start: LocalDateTime) -> Facts.ServiceDayMoment {
    let today = Facts.ServiceDayMoment(date: start.date, minute: start.minute)
    let lastNight = Facts.ServiceDayMoment(date: start.date.adding(days: -1), minute: start.minute + 1440)
    return closeness(lastNight) > closeness(today) ? lastNight : today
  }

  /// 2 in a service, 1 in the hours, 0 otherwise.
  private func closeness(_ moment: Facts.ServiceDayMoment) -> Int {
    guard let day = days[moment.date], day.hours.contains(moment.minute) else { return 0 }
    return day.services.contains { $0.period.contains(moment.minute) } ? 2 : 1
  }
}
