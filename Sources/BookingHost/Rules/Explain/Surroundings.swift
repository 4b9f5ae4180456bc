/// What is known around a plan: the facts of starts that were not asked for.
protocol Surroundings {
  /// The facts of a start; nil where too little is known to decide it.
  func facts(at start: LocalDateTime) -> Facts?

  /// A service day with its hours and services; nil where nothing is known of it.
  func day(_ date: CivilDate) -> ServiceDay?

  /// The service day that a start belongs to.
  func serviceDate(of start: LocalDateTime) -> CivilDate
}

/// A diary's surroundings: everything in the days that it has.
struct DiarySurroundings: Surroundings {
  private let diaries: [CivilDate: Diary]
  private let inquiry: Diary.Inquiry

  /// A start is decided by the days on either side of its date, as it would be if it were asked for.
  init(_ diary: Diary, _ inquiry: Diary.Inquiry) {
    self.inquiry = inquiry
    var diaries: [CivilDate: Diary] = [:]
    for date in diary.days.keys {
      let days = Diary.dates(around: date).compactMap { diary.days[$0] }
      if days.count == 3 { diaries[date] = Diary(restaurant: diary.restaurant, days: days) }
    }
    self.diaries = diaries
  }

  func facts(at start: LocalDateTime) -> Facts? {
    let facts = diaries[start.date]?.facts(inquiry, start: start, day: start.date)
    return facts?.start == nil ? nil : facts
  }

  func day(_ date: CivilDate) -> ServiceDay? { diaries[date]?.days[date] }

  func serviceDate(of start: LocalDateTime) -> CivilDate {
    diaries[start.date]?.moment(of: start).date ?? start.date
  }
}

/// The surroundings of facts about one start: what they say of the day holds for the rest of it.
struct GivenSurroundings: Surroundings {
  private let given: Facts
  private let zone: Zone
  private let today: CivilDate
  /// Whether other days are like this one: so they are in facts written by hand, where nothing else is said.
  private let everyDayIsAlike: Bool

  init(_ facts: Facts, everyDayIsAlike: Bool) {
    given = facts
    zone = Zone(identifier: facts.restaurant.timezone) ?? .utc
    today = facts.day?.date ?? facts.start?.local.date ?? facts.now.date
    self.everyDayIsAlike = everyDayIsAlike && !facts.hours.closed && !facts.load.isBounded
  }

  func serviceDate(of start: LocalDateTime) -> CivilDate {
    if given.hours.contains(minute(of: start, on: today)) { return today }
    return Facts.ServiceDayMoment(start, everyDay: given.hours).date
  }

  func day(_ date: CivilDate) -> ServiceDay? {
    guard date == today || everyDayIsAlike else { return nil }
    let services = given.services.map { DayService(period: $0, capacity: Capacity()) }
    return ServiceDay(date: date, hours: given.hours, services: services)
  }

  func facts(at start: LocalDateTime) -> Facts? {
    let date = serviceDate(of: start)
    guard date == today || everyDayIsAlike,
      case .start(let read) = StartReading.read(start, now: given.now, zone: zone)
    else { return nil }
    let minute = minute(of: start, on: date)
    var facts = given
    facts.start = read
    facts.day = Facts.ServiceDayMoment(date: date, minute: minute)
    facts.service = (given.services + [given.service].compactMap { $0 }).first { $0.contains(minute) }
    // Who is at the door now is not at the door later.
    if facts.action == .walkin { facts.action = .create }
    if date != today {
      facts.closures = []
      facts.load = Load()
    } else if facts.service?.key != given.service?.key {
      // How much another service holds is known only where nothing is bounded at all.
      guard everyDayIsAlike else { return nil }
      facts.load = given.load.during(facts.service)
    }
    return facts
  }

  private func minute(of start: LocalDateTime, on date: CivilDate) -> Int {
    start.totalMinutes - date.dayNumber * 1440
  }
}

extension Load {
  fileprivate var isBounded: Bool { maxCovers != nil || maxParties != nil || seats != nil }

  /// The load with the covers and parties of another service.
  fileprivate func during(_ service: ServicePeriod?) -> Load {
    var load = self
    let counted = starts.filter { service?.contains($0.minute) ?? true }
    load.covers = counted.reduce(0) { $0 + $1.covers }
    load.parties = counted.reduce(0) { $0 + $1.parties }
    return load
  }
}
