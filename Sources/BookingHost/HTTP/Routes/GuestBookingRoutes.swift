/// Bookings as guests make and see them. Whatever a guest sends, they are a guest.
struct GuestBookingRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("POST", "/api/bookings", .blocking(book)),
      Endpoint("GET", "/api/bookings/{reference}", .blocking(show)),
      Endpoint("PATCH", "/api/bookings/{reference}", .blocking(change)),
      Endpoint("POST", "/api/bookings/{reference}/transitions", .blocking(step)),
    ]
  }

  /// The header that hands out, and takes back, what proves a booking to be one's own.
  static let tokenHeader = "Booking-Token"

  @Sendable private func book(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.guestCreate, exchange.address)
    switch try services.desk.book(request(exchange), by: .guest) {
    case .booked(let booking, let isDuplicate):
      return try .created(GuestBookingJSON(booking), isDuplicate: isDuplicate)
        .with("Location", "/api/bookings/\(booking.reference)")
        .with(GuestBookingRoutes.tokenHeader, services.manageToken(booking))
    case .refused(let refusal): throw Problem.refused(refusal, forStaff: false)
    }
  }

  private func request(_ exchange: Exchange) throws -> BookingRequest {
    let body = try BookingBody(exchange)
    let slug = try body.json.text("restaurant")
    let restaurant = try slug ?? body.json.text("restaurantId")
    // Guests' keys are their own: two that chose the same are told apart by where they call from.
    let key = try IdempotencyHeader.key(exchange.headers).map { "\(exchange.address)\u{0}\($0)" }
    return BookingRequest(
      restaurant: try body.json.required("restaurantId", restaurant), mode: try services.guestMode(body.json),
      draft: try body.draft(), idempotencyKey: key)
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    let booking = try own(exchange)
    return try .json(GuestBookingJSON(booking)).with("ETag", VersionHeader.tag(booking.version))
  }

  /// One answer for a booking that is not there and for one that is not theirs.
  private func own(_ exchange: Exchange) throws -> Booking {
    do { return try services.ownBooking(exchange) } catch let problem as Problem where problem.status == 404 {
      throw Problem.notFound(problem.detail)
    }
  }

  @Sendable private func change(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.guestCreate, exchange.address)
    let booking = try own(exchange)
    let request = ChangeRequest(
      reference: booking.reference, answers: try BookingBody.changes(exchange.object()),
      version: try VersionHeader.version(exchange.headers))
    return try answer(services.desk.change(request, by: .holder(ofBooking: booking.id)))
  }

  /// The one step that is for guests to take.
  @Sendable private func step(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.guestCreate, exchange.address)
    let booking = try own(exchange)
    let body = try exchange.object()
    guard try body.required("to", body.text("to")) == BookingStatus.cancelled.rawValue else {
      throw Problem.malformed("to must be cancelled.", field: "to")
    }
    let request = StepRequest(
      reference: booking.reference, step: .to(.cancelled),
      version: try VersionHeader.version(exchange.headers))
    return try answer(services.desk.take(request, by: .holder(ofBooking: booking.id)))
  }

  private func answer(_ result: StepResult) throws -> Reply {
    switch result {
    case .made(let booking, _):
      return try .json(GuestBookingJSON(booking)).with("ETag", VersionHeader.tag(booking.version))
    case .refused(let refusal):
      var problem = Problem.refused(refusal, forStaff: false)
      problem.detail = "That cannot be done with this booking."
      throw problem
    }
  }
}

extension WebServices {
  /// Proves a booking to be one's own. Who has the store's secret can compute it, nobody can guess it.
  func manageToken(_ booking: Booking) -> String { ManageLink.token(booking, keyedHash) }

  /// The mode that a guest asks for, if it is one that guests are offered; else the customer's.
  func guestMode(_ json: JSONBody) throws -> String {
    if let asked = try? json.text("mode"), isOpenToGuests(asked) { return asked }
    guard isOpenToGuests("customer") else { throw Problem.notFound("Bookings are not taken online.") }
    return "customer"
  }

  /// Whether anybody may book by a mode's rules over HTTP.
  func isOpenToGuests(_ mode: String) -> Bool {
    guard let policy = desk.rules.policy(mode) else { return false }
    return policy.access == .public && policy.offered
  }
}
