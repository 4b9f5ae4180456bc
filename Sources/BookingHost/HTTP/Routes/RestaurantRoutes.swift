/// Where one can book, when there is room, and what a form has to ask.
struct RestaurantRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", "/api/restaurants", .reading(list)),
      Endpoint("GET", "/api/restaurants/{slug}/availability", .reading(availability)),
      Endpoint("GET", "/api/modes/{mode}", .blocking(mode)),
    ]
  }

  @Sendable private func list(_ exchange: Exchange) throws -> Reading {
    let charge = RateCharge(.open)
    try services.limits.take(charge, exchange)
    let restaurants = try services.store.read { try $0.restaurants() }
    return Reading(try .json(["restaurants": restaurants.map { RestaurantJSON($0) }]), charge)
  }

  @Sendable private func availability(_ exchange: Exchange) throws -> Reading {
    let charge = RateCharge(.open)
    try services.limits.take(charge, exchange)
    let query = exchange.query
    guard let date = try query.date("date") else {
      throw Problem.malformed("The parameter date is missing.", field: "date")
    }
    _ = try query.required("party")
    let party = try query.wholeNumber("party", in: 1...100_000)
    let asking = try services.asking(query["mode"] ?? "customer", exchange)
    let draft = Draft(
      party: party.map { .integer($0) }, seating: query["seating"].map { .text($0) })
    let desk = services.desk
    let slug = exchange.parameter("slug")
    let slots = try desk.slots(
      restaurant: slug, date: date, mode: asking.mode, draft: draft, by: asking.caller)
    let others = try desk.alternatives(
      toDay: date, restaurant: slug, slots: slots, mode: asking.mode, draft: draft, by: asking.caller)
    let answer = AvailabilityJSON(
      date: date.description, mode: asking.mode,
      slots: slots.map { SlotView($0, isForStaff: asking.isForStaff) },
      alternatives: others.map { AlternativeJSON($0) })
    return Reading(try .json(answer), charge)
  }

  /// A form as it stands for a plan that may be incomplete: at a restaurant, the first by name unless it is
  /// said which.
  @Sendable private func mode(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.open, exchange.address)
    let asking = try services.asking(exchange.parameter("mode"), exchange)
    let query = exchange.query
    let draft = Draft(
      date: try query.date("date").map { .text($0.description) }, time: query["time"].map { .text($0) },
      party: try query.wholeNumber("party", in: 1...100_000).map { .integer($0) })
    let name = try query["restaurant"] ?? services.firstRestaurant(asking.caller)
    return try .json(services.form(asking, restaurant: name, draft))
  }
}

/// Slots of a service day.
private struct AvailabilityJSON: Encodable {
  var date: String
  var mode: String
  var slots: [SlotView]
  /// What could be booked instead, when no slot is free.
  var alternatives: [AlternativeJSON]
}

/// One start that could be booked, as its reader may see it.
private enum SlotView: Encodable {
  case staff(SlotJSON)
  case guest(GuestSlotJSON)

  init(_ slot: Slot, isForStaff: Bool) {
    self = isForStaff ? .staff(SlotJSON(slot)) : .guest(GuestSlotJSON(slot))
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .staff(let slot): try slot.encode(to: encoder)
    case .guest(let slot): try slot.encode(to: encoder)
    }
  }
}

private struct GuestSlotJSON: Encodable {
  var date: String
  var time: String
  var outcome: String
  var issues: [GuestIssueJSON]
  var needs: [String]

  init(_ slot: Slot) {
    let json = SlotJSON(slot)
    (date, time, outcome, needs) = (json.date, json.time, json.outcome, json.needs)
    issues = GuestIssueJSON.list(slot.issues)
  }
}
