/// How a restaurant is set up, for those who run it. What a change would strand is a conflict unless the request
/// says `confirm`.
struct HouseRoutes {
  private let services: WebServices
  private let control: HouseControl

  private static let base = "/api/ops/restaurants/{restaurant}"

  init(_ services: WebServices) {
    self.services = services
    control = HouseControl(store: services.store, now: services.desk.environment.now)
  }

  var endpoints: [Endpoint] {
    let base = HouseRoutes.base
    return [
      Endpoint("GET", base, .blocking(show)),
      Endpoint("PATCH", base, .blocking(changing(details))),
      Endpoint("GET", base + "/history", .blocking(history)),
      Endpoint("PATCH", base + "/hours", .blocking(changing(week))),
      Endpoint("PUT", base + "/hours/{date}", .blocking(changing(exception))),
      Endpoint("DELETE", base + "/hours/{date}", .blocking(changing(noException))),
      Endpoint("POST", base + "/closures", .blocking(changing(closing))),
      Endpoint("DELETE", base + "/closures/{closure}", .blocking(changing(opening))),
      Endpoint("PUT", base + "/seats", .blocking(changing(seats))),
      Endpoint("PATCH", base + "/services/{key}", .blocking(changing(service))),
      Endpoint("DELETE", base + "/services/{key}", .blocking(changing(noService))),
      Endpoint("PATCH", base + "/services/{key}/capacity/{on}", .blocking(changing(capacity))),
      Endpoint("DELETE", base + "/services/{key}/capacity/{on}", .blocking(changing(noCapacity))),
    ]
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    try services.limits.take(.opsList, visitor.staff.id)
    let name = exchange.parameter("restaurant")
    return try .json(HouseJSON(control.setup(of: name, by: visitor.caller)))
  }

  @Sendable private func history(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    try services.limits.take(.opsList, visitor.staff.id)
    let name = exchange.parameter("restaurant")
    let limit = try exchange.query.wholeNumber("limit", in: 1...200) ?? 50
    let events = try control.history(of: name, limit: limit, by: visitor.caller)
    let zone = try control.setup(of: name, by: visitor.caller).restaurant.zone
    return try .json(["history": events.map { HouseEventJSON($0, zone: zone) }])
  }

  /// What a request wants changed, read from it. It may ask how the restaurant is set up.
  private typealias Reading = @Sendable (Exchange, Restaurant) throws -> HouseChange

  /// Makes the change that a request wants. Who may not is told so before what is wrong with it.
  private func changing(_ read: @escaping Reading) -> @Sendable (Exchange) throws -> Reply {
    { exchange in
      let visitor = try services.actingStaff(exchange)
      let name = exchange.parameter("restaurant")
      try services.limits.take(.opsCreate, "\(visitor.staff.id)/\(name)")
      let restaurant = try control.managed(name, by: visitor.caller)
      let consent: HouseControl.Consent = try isConfirmed(exchange) ? .any : .none
      let change = try read(exchange, restaurant)
      let outcome = try control.change(change, of: restaurant.id, consent: consent, by: visitor.caller)
      return try .json(HouseOutcomeJSON(outcome))
    }
  }

  /// In the body, or, where there is none, in the query.
  private func isConfirmed(_ exchange: Exchange) throws -> Bool {
    if exchange.method == "DELETE" { return try exchange.query.flag("confirm") }
    return try exchange.object().truth("confirm") == true
  }
}

// From a request to a change.
extension HouseRoutes {
  @Sendable private func details(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    let body = try exchange.object()
    return .details(
      DetailsEdit(
        name: try body.text("name"), timezone: try body.text("timezone"), phone: try body.text("phone"),
        email: try body.text("email"), address: try body.text("address"), locale: try body.text("locale")))
  }

  @Sendable private func week(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    let body = try exchange.object()
    var week: [Weekday: DayHours] = [:]
    for day in Weekday.allCases { week[day] = try hours(body, day.rawValue) }
    return .weekly(week)
  }

  @Sendable private func exception(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    let body = try exchange.object()
    var hours = try body.required("hours", hours(body, "hours"))
    hours.label = try body.text("reason")
    return .exception(try date(exchange), hours)
  }

  @Sendable private func noException(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    .exception(try date(exchange), nil)
  }

  @Sendable private func closing(_ exchange: Exchange, _ restaurant: Restaurant) throws -> HouseChange {
    let body = try exchange.object()
    let now = control.now()
    let from = try moment(body, "from", restaurant, now, after: nil) ?? now
    let end: Instant
    if let minutes = try body.wholeNumber("minutes") {
      guard (1...527_040).contains(minutes) else {
        throw HouseRefusal("closure_invalid", field: "minutes", "A closure lasts from a minute to a year.")
      }
      end = from.adding(minutes: minutes)
    } else {
      end = try body.required("to", moment(body, "to", restaurant, now, after: from))
    }
    return .close(from: from, to: end, reason: try body.text("reason"))
  }

  @Sendable private func opening(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    switch exchange.parameter("closure") {
    case "now": return .open(.now)
    case "all": return .open(.all)
    case let text:
      guard let id = digits(text) else {
        throw HouseRefusal("closure_unknown", field: "closure", "This must be a number, now or all.")
      }
      return .open(.closure(id))
    }
  }

  @Sendable private func seats(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    let body = try exchange.object()
    switch try body.limit("seats") {
    case .keep: throw Problem.malformed("seats is missing.", field: "seats")
    case .unlimited: return .seats(nil)
    case .most(let seats): return .seats(seats)
    }
  }

  @Sendable private func service(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    let body = try exchange.object()
    let days = try body.text("days").map { text in
      guard let days = WeekdayText.read(text) else {
        throw HouseRefusal("days_invalid", field: "days", "Days look like fri, mon-thu, fri,sat or daily.")
      }
      return days
    }
    let edit = ServiceEdit(
      name: try body.text("name"), weekdays: days, hours: try hours(body, "hours"),
      capacity: try capacity(body))
    return .service(key: exchange.parameter("key"), edit)
  }

  @Sendable private func noService(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    .removeService(key: exchange.parameter("key"))
  }

  @Sendable private func capacity(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    let day = try CapacityDay(reading: exchange.parameter("on"))
    return .capacity(key: exchange.parameter("key"), day, try capacity(exchange.object()))
  }

  @Sendable private func noCapacity(_ exchange: Exchange, _: Restaurant) throws -> HouseChange {
    let day = try CapacityDay(reading: exchange.parameter("on"))
    return .capacity(key: exchange.parameter("key"), day, nil)
  }

  private func capacity(_ body: JSONBody) throws -> CapacityEdit {
    CapacityEdit(covers: try body.limit("maxCovers"), parties: try body.limit("maxParties"))
  }

  private func date(_ exchange: Exchange) throws -> CivilDate {
    if let date = CivilDate(exchange.parameter("date")) { return date }
    throw Problem.malformed("The date must look like 2026-12-25.", field: "date")
  }

  private func hours(_ body: JSONBody, _ key: String) throws -> DayHours? {
    guard let text = try body.text(key) else { return nil }
    if let hours = HoursText.read(text) { return hours }
    throw HouseRefusal("hours_invalid", field: key, "Hours look like 12:00-23:00, 18:00-02:00 or closed.")
  }

  private func moment(
    _ body: JSONBody, _ key: String, _ restaurant: Restaurant, _ now: Instant, after: Instant?
  ) throws -> Instant? {
    guard let text = try body.text(key) else { return nil }
    if let moment = MomentText.read(text, zone: restaurant.zone, now: now, after: after) { return moment }
    throw HouseRefusal("moment_invalid", field: key, "This must be a moment that the clocks show.")
  }
}

extension JSONBody {
  /// A number, or "unlimited"; what is missing or null stays as it is.
  fileprivate func limit(_ key: String) throws -> LimitEdit {
    if isText(key, "unlimited") { return .unlimited }
    return try wholeNumber(key).map { .most($0) } ?? .keep
  }
}
