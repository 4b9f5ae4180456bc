/// What happens to bookings after they are made, as staff have it happen.
struct BookingLifeRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("PATCH", "/api/ops/bookings/{reference}", .blocking(change)),
      Endpoint("POST", "/api/ops/bookings/{reference}/transitions", .blocking(step)),
      Endpoint("GET", "/api/ops/bookings/{reference}/history", .blocking(history)),
    ]
  }

  @Sendable private func step(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let body = try exchange.object()
    let request = StepRequest(
      reference: exchange.parameter("reference"), step: try step(body), reason: try body.text("reason"),
      table: try body.text("table"), overrideReason: try BookingBody.overrideReason(body),
      version: try VersionHeader.version(exchange.headers))
    try services.limits.take(.opsCreate, visitor.staff.id)
    return try answer(services.desk.take(request, by: visitor.caller))
  }

  private func step(_ body: JSONBody) throws -> BookingStep {
    let word = try body.required("to", body.text("to"))
    if word == BookingLifeRoutes.undo { return .undo }
    if let status = BookingStatus(rawValue: word), status != .pending { return .to(status) }
    let known = BookingLifeRoutes.words.joined(separator: ", ")
    throw Problem.malformed("to must be one of \(known).", field: "to")
  }

  private static let undo = "undo"
  /// What a booking can be asked to become.
  static let words = ["confirmed", "checked_in", "completed", "no_show", "cancelled", undo]

  @Sendable private func change(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let body = try exchange.object()
    var request = ChangeRequest(
      reference: exchange.parameter("reference"), answers: try BookingBody.changes(body),
      mode: try body.text("mode"), overrideReason: try BookingBody.overrideReason(body),
      version: try VersionHeader.version(exchange.headers))
    request.staffNotes = try edit(body, "staffNotes")
    request.table = try edit(body, "table")
    try services.limits.take(.opsCreate, visitor.staff.id)
    return try answer(services.desk.change(request, by: visitor.caller))
  }

  private func edit(_ body: JSONBody, _ key: String) throws -> ChangeRequest.Edit? {
    if body.isNull(key) { return ChangeRequest.Edit.none }
    return try body.text(key).map { ChangeRequest.Edit($0) }
  }

  private func answer(_ result: StepResult) throws -> Reply {
    switch result {
    case .made(let booking, let warnings):
      return try .json(StepJSON(booking, warnings: warnings)).with("ETag", VersionHeader.tag(booking.version))
    case .refused(let refusal): throw Problem.refusedChange(refusal)
    }
  }

  @Sendable private func history(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    try services.limits.take(.opsList, visitor.staff.id)
    let found = try services.store.read { reader -> (Booking, [HistoryEntry])? in
      let own = try reader.memberships(ofStaff: visitor.staff.id).map(\.restaurantID)
      guard
        let booking = try reader.booking(reference: exchange.parameter("reference"), restaurantIDs: own)
      else { return nil }
      return (booking, try reader.history(ofBooking: booking.id))
    }
    guard let (booking, history) = found else {
      throw Problem.notFound("There is no such booking at your restaurants.")
    }
    return try .json(HistoryJSON(booking, history))
  }
}

/// A booking's version, as HTTP carries it: an entity tag.
enum VersionHeader {
  static func tag(_ version: Int) -> String { "\"\(version)\"" }

  /// The version that a request is made for; nil when it is made for any.
  static func version(_ headers: RequestHeaders) throws -> Int? {
    let sent = headers.all("If-Match").map(Text.trimmed)
    guard let first = sent.first, first != "*" else { return nil }
    let isQuoted = first.utf8.count >= 2 && first.hasPrefix("\"") && first.hasSuffix("\"")
    guard sent.count == 1, let version = Int(isQuoted ? String(first.dropFirst().dropLast()) : first) else {
      throw Problem.malformed("If-Match must be one version, such as \"3\".", field: "if-match")
    }
    return version
  }
}
