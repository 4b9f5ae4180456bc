/// Bookings as staff make and see them.
struct StaffBookingRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("POST", "/api/ops/bookings", .approvable(book)),
      Endpoint("GET", "/api/ops/bookings", .reading(list)),
      Endpoint("GET", "/api/ops/bookings/{reference}", .reading(show)),
      Endpoint("GET", "/api/ops/dashboard", .reading(dashboard)),
    ]
  }

  @Sendable private func book(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let request = try request(exchange)
    try services.limits.take(.opsCreate, "\(visitor.staff.id)/\(request.restaurant)")
    let caller = try services.caller(visitor, exchange, exchange.object())
    switch try services.desk.book(request, by: caller) {
    case .booked(let booking, let isDuplicate):
      return try .created(BookingJSON(booking), isDuplicate: isDuplicate)
        .with("Location", "/api/ops/bookings/\(booking.reference)")
    case .refused(var refusal):
      refusal.wait = try? services.desk.waitOffer(for: request, refused: refusal, by: caller)
      throw Problem.refused(refusal, forStaff: true)
    }
  }

  private func request(_ exchange: Exchange) throws -> BookingRequest {
    let body = try BookingBody(exchange)
    let restaurant = try body.json.required("restaurantId", body.json.text("restaurantId"))
    var draft = try body.draft()
    let isNow = draft[Field.date] == nil && draft[Field.time] == "now"
    if isNow { draft[Field.time] = nil }
    return BookingRequest(
      restaurant: restaurant, mode: try StaffMode.name(body.json, services), draft: draft, isNow: isNow,
      seating: try seating(body.json), overrideReason: try BookingBody.overrideReason(body.json),
      idempotencyKey: try IdempotencyHeader.key(exchange.headers))
  }

  /// Guests who sit down as they are booked.
  private func seating(_ json: JSONBody) throws -> BookingRequest.Seating? {
    let table = try json.text("table")
    return try json.truth("checkIn") == true ? BookingRequest.Seating(table: table) : nil
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reading {
    let visitor = try services.staff(exchange)
    let charge = RateCharge(.opsList, visitor.staff.id)
    try services.limits.take(charge, exchange)
    let booking = try services.store.read { reader in
      try reader.booking(
        reference: exchange.parameter("reference"),
        restaurantIDs: reader.memberships(ofStaff: visitor.staff.id).map(\.restaurantID))
    }
    guard let booking else { throw Problem.notFound("There is no such booking at your restaurants.") }
    return Reading(
      try .json(BookingJSON(booking)).with("ETag", VersionHeader.tag(booking.version)), charge)
  }

  @Sendable private func dashboard(_ exchange: Exchange) throws -> Reading {
    let visitor = try services.staff(exchange)
    let date = try exchange.query.date("date")
    let restaurant = try restaurants(exchange, visitor)
    guard restaurant.count == 1 else {
      throw Problem.malformed("Say which restaurant.", field: "restaurant")
    }
    let charge = RateCharge(.opsList, "\(visitor.staff.id)/\(restaurant[0])")
    try services.limits.take(charge, exchange)
    let dashboard = try services.desk.dashboard(restaurant: restaurant[0], date: date, by: visitor.caller)
    return Reading(try .json(DashboardJSON(dashboard)), charge)
  }

  @Sendable private func list(_ exchange: Exchange) throws -> Reading {
    let visitor = try services.staff(exchange)
    let list = try BookingListQuery(exchange.query)
    let restaurants = try restaurants(exchange, visitor)
    let charge = RateCharge(
      .opsList, "\(visitor.staff.id)/\(restaurants.count == 1 ? restaurants[0] : "")")
    try services.limits.take(charge, exchange)
    let bookings = try services.store.read { try $0.bookings(list.query(restaurants)) }
    return Reading(try .json(BookingListJSON(bookings, limit: list.limit)), charge)
  }

  /// The ids of the restaurant that is named, or of all that the visitor is a member of. Throws for one that
  /// is unknown and for somebody else's alike.
  private func restaurants(_ exchange: Exchange, _ visitor: Visitor) throws -> [String] {
    try services.store.read { reader in
      guard let name = exchange.query["restaurant"] ?? exchange.query["restaurantId"] else {
        return try reader.memberships(ofStaff: visitor.staff.id).map(\.restaurantID)
      }
      return [try services.desk.member(of: name, visitor.caller, reader).id]
    }
  }
}

/// The mode that a request of staff names. Public modes have their own route, where nobody is believed to be staff.
enum StaffMode {
  static func name(_ json: JSONBody, _ services: WebServices) throws -> String {
    let mode = try json.text("mode") ?? "ops"
    let rules = services.desk.rules
    if rules.policy(mode)?.access == .staff { return mode }
    let known = rules.modeNames.filter { rules.policy($0)?.access == .staff }.joined(separator: ", ")
    throw Problem.malformed("mode must be a staff mode: \(known).", field: "mode")
  }
}
