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
    try services.limits.take(.guestLookUp, exchange.address)
    let booking = try services.store.read { try $0.booking(reference: exchange.parameter("reference")) }
    let token = exchange.headers[GuestBookingRoutes.tokenHeader] ?? exchange.query["token"] ?? ""
    // One answer for a booking that is not there and for one that is not theirs.
    guard let booking, Digest.equal(Array(services.manageToken(booking).utf8), Array(token.utf8)) else {
      throw Problem.notFound("There is no such booking, or this is not its token.")
    }
    return try .json(GuestBookingJSON(booking))
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
