extension HouseChange {
  /// The set-up after the change. Throws `HouseRefusal` for what cannot be.
  package func applied(to setup: HouseSetup, now: Instant) throws -> HouseSetup {
    var setup = setup
    switch self {
    case .details(let edit): setup.restaurant = try edit.applied(to: setup.restaurant)
    case .seats(let seats):
      try HouseChange.check(limit: seats, field: "seats")
      setup.restaurant.seats = seats
    case .weekly(let hours):
      for (weekday, hours) in hours { setup.schedule.weekly[weekday] = try HouseChange.checked(hours) }
    case .exception(let date, let hours): try HouseChange.except(date, hours, in: &setup)
    case .close(let from, let to, let reason): try HouseChange.close(from, to, reason, now, in: &setup)
    case .open(let opening): try HouseChange.open(opening, now, in: &setup)
    case .service(let key, let edit): try edit.apply(to: &setup.schedule.services, key: key)
    case .removeService(let key):
      let index = try setup.requireService(key)
      setup.schedule.services.remove(at: index)
    case .capacity(let key, let day, let edit):
      let index = try setup.requireService(key)
      try HouseChange.hold(edit, on: day, at: &setup.schedule.services[index])
    }
    return setup
  }

  private static func except(_ date: CivilDate, _ hours: DayHours?, in setup: inout HouseSetup) throws {
    if hours == nil, setup.schedule.exceptions[date] == nil {
      throw HouseRefusal("exception_unknown", field: "date", "\(date) is as any other day already.")
    }
    setup.schedule.exceptions[date] = try hours.map(checked)
  }

  private static func close(
    _ from: Instant, _ to: Instant, _ reason: String?, _ now: Instant, in setup: inout HouseSetup
  ) throws {
    guard to > from else {
      throw HouseRefusal("closure_invalid", field: "to", "A closure must end after it begins.")
    }
    guard to > now else {
      throw HouseRefusal("closure_invalid", field: "to", "A closure must end in the future.")
    }
    guard to.seconds - from.seconds <= 366 * 86_400 else {
      throw HouseRefusal("closure_invalid", field: "to", "A closure can last a year at most.")
    }
    let closure = Closure(from: from, to: to, reason: try line(reason, field: "reason", most: 200))
    // Said twice is said once.
    if setup.closures.contains(where: { Closure(from: $0.from, to: $0.to, reason: $0.reason) == closure }) {
      return
    }
    setup.closures.append(closure)
  }

  /// What has begun ends now; what has not is as if it had never been.
  private static func open(_ opening: Opening, _ now: Instant, in setup: inout HouseSetup) throws {
    if case .closure(let id) = opening, !setup.closures.contains(where: { $0.id == id }) {
      throw HouseRefusal("closure_unknown", field: "closure", "There is no closure \(id) that is not over.")
    }
    setup.closures = setup.closures.compactMap { closure in
      switch opening {
      case .now: guard closure.contains(now) else { return closure }
      case .all: break
      case .closure(let id): guard closure.id == id else { return closure }
      }
      guard closure.from < now else { return nil }
      var ended = closure
      ended.to = min(closure.to, now)
      return ended
    }
  }

  private static func hold(
    _ edit: CapacityEdit?, on day: CapacityDay, at service: inout ScheduledService
  ) throws {
    try edit?.check()
    switch day {
    case .weekday(let weekday):
      service.weekdayCapacity[weekday] = edit?.applied(
        to: service.weekdayCapacity[weekday] ?? service.capacity)
    case .date(let date):
      let usual = service.weekdayCapacity[date.weekday] ?? service.capacity
      service.dateCapacity[date] = edit?.applied(to: service.dateCapacity[date] ?? usual)
    }
  }
}

extension HouseSetup {
  /// Where a service is among the services. Throws `HouseRefusal` when there is none of this key.
  @discardableResult
  package func requireService(_ key: String) throws -> Int {
    if let index = schedule.services.firstIndex(where: { $0.period.key == key }) { return index }
    let known = schedule.services.map(\.period.key).joined(separator: ", ")
    throw HouseRefusal(
      "service_unknown", field: "service",
      known.isEmpty
        ? "The restaurant has no services." : "There is no service \"\(key)\"; there are: \(known).")
  }
}

// What is never stored.
extension HouseChange {
  static func checked(_ hours: DayHours) throws -> DayHours {
    var hours = hours
    hours.label = try line(hours.label, field: "reason", most: 200)
    if hours.closed { return hours }
    guard (0..<1440).contains(hours.opens), hours.closes > hours.opens, hours.closes <= 2880 else {
      throw HouseRefusal(
        "hours_invalid", field: "hours", "Hours look like 12:00-23:00, 18:00-02:00 or closed.")
    }
    return hours
  }

  static func check(limit: Int?, field: String) throws {
    guard (0...100_000).contains(limit ?? 0) else {
      throw HouseRefusal("limit_invalid", field: field, "This must be a number from 0 to 100000.")
    }
  }

  /// A text on one line; nil for one that is blank.
  static func line(_ text: String?, field: String, most: Int) throws -> String? {
    guard let text = text.map({ Text.singleLine(Text.trimmed($0)) }), !Text.isBlank(text) else { return nil }
    guard text.unicodeScalars.count <= most else {
      throw HouseRefusal("text_too_long", field: field, "This may have \(most) characters at most.")
    }
    return text
  }
}

extension CapacityEdit {
  func check() throws {
    if case .most(let covers) = covers { try HouseChange.check(limit: covers, field: "covers") }
    if case .most(let parties) = parties { try HouseChange.check(limit: parties, field: "parties") }
  }
}

extension ServiceEdit {
  func apply(to services: inout [ScheduledService], key: String) throws {
    try capacity.check()
    let name = try HouseChange.line(name, field: "name", most: 60)
    if weekdays?.isEmpty == true {
      throw HouseRefusal("days_invalid", field: "days", "A service needs a day to be held on.")
    }
    let hours = try hours.map { try ServiceEdit.checked($0) }
    let known = services.firstIndex { $0.period.key == key }
    var service = try known.map { services[$0] } ?? ServiceEdit.new(key, hours)
    service.period.name = name ?? service.period.name
    if let hours { (service.period.opens, service.period.closes) = (hours.opens, hours.closes) }
    service.weekdays = weekdays ?? service.weekdays
    service.capacity = capacity.applied(to: service.capacity)
    if let known { services[known] = service } else { services.append(service) }
  }

  private static func checked(_ hours: DayHours) throws -> DayHours {
    guard !hours.closed else {
      throw HouseRefusal("hours_invalid", field: "hours", "A service has hours, such as 17:30-23:00.")
    }
    return try HouseChange.checked(hours)
  }

  private static func new(_ key: String, _ hours: DayHours?) throws -> ScheduledService {
    guard key.wholeMatch(of: /[a-z][a-z0-9_]{0,39}/) != nil, key != "none" else {
      throw HouseRefusal(
        "service_invalid", field: "service",
        "A service's key has lower-case letters, digits and _, and is not \"none\": late_lunch.")
    }
    guard let hours else {
      throw HouseRefusal("hours_required", field: "hours", "A new service needs hours, such as 17:30-23:00.")
    }
    let name = key.prefix(1).uppercased() + key.dropFirst().replacing("_", with: " ")
    return ScheduledService(
      period: ServicePeriod(key: key, name: name, opens: hours.opens, closes: hours.closes))
  }
}

extension DetailsEdit {
  func applied(to restaurant: Restaurant) throws -> Restaurant {
    var restaurant = restaurant
    if let name {
      guard let name = try HouseChange.line(name, field: "name", most: 120) else {
        throw HouseRefusal("name_invalid", field: "name", "The restaurant needs a name.")
      }
      restaurant.name = name
    }
    if let timezone {
      guard let zone = Zone(place: Text.trimmed(timezone)) else {
        throw HouseRefusal(
          "timezone_unknown", field: "timezone",
          "The time zone is not known here. Name it by its place: Europe/London.")
      }
      restaurant.zone = zone
    }
    if let locale {
      guard locale.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) != nil, locale.utf8.count <= 35 else {
        throw HouseRefusal("locale_invalid", field: "locale", "A locale looks like en-GB.")
      }
      restaurant.locale = locale
    }
    try reach(&restaurant)
    return restaurant
  }

  private func reach(_ restaurant: inout Restaurant) throws {
    if let phone {
      let phone = try HouseChange.line(phone, field: "phone", most: 40)
      guard phone?.contains(where: \.isNumber) ?? true else {
        throw HouseRefusal("phone_invalid", field: "phone", "A phone number has digits.")
      }
      restaurant.phone = phone
    }
    if let email {
      let email = Text.trimmed(email)
      guard email.isEmpty || Text.isEmail(email) else {
        throw HouseRefusal("email_invalid", field: "email", "This does not look like an email address.")
      }
      restaurant.email = email.isEmpty ? nil : email
    }
    if let address {
      restaurant.address = try HouseChange.line(address, field: "address", most: 300)
    }
  }
}
