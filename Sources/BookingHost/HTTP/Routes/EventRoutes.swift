/// What happens to bookings, as it happens.
struct EventRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [Endpoint("GET", "/api/ops/events", .stream(listen))]
  }

  @Sendable private func listen(_ exchange: Exchange) throws -> EventSubscription {
    let visitor = try services.staff(exchange)
    try services.limits.take(.opsList, visitor.staff.id)
    let (latest, step) = try services.store.read { (try EventPosition(latest: $0), $0.numbersPerLine) }
    // A browser says by itself what it has heard, in its further tries alone.
    let asked = exchange.headers["Last-Event-ID"] ?? exchange.query["after"] ?? ""
    let after = EventPosition(asked, latest: latest, atMost: EventRoutes.mostMissed * step)
    let subscription = EventSubscription(after: after) {
      // The session may have ended, and memberships may have changed.
      let visitor = try services.staff(exchange)
      guard visitor.expiresAt > services.desk.environment.now() else { throw Problem.notSignedIn }
      return try services.store.read { reader in
        Set(try reader.memberships(ofStaff: visitor.staff.id).map(\.restaurantID))
      }
    }
    return subscription
  }

  /// Who was away for more than this many lines of the audit trail, or notices, has to read the list again.
  private static let mostMissed = 400
}
