/// One route: what is asked, and what answers.
package struct Endpoint: Sendable {
  package var method: String
  /// `/api/ops/bookings/{reference}`
  package var path: String
  package var work: Work

  package enum Work: Sendable {
    /// Answers at once, from memory.
    case prompt(@Sendable (Exchange) throws -> Reply)
    /// Reads or writes the store: done on a thread that may block.
    case blocking(@Sendable (Exchange) throws -> Reply)
    /// Reads the store and nothing else: done on a thread that may block, and not again while it would say the same.
    case reading(@Sendable (Exchange) throws -> Reading)
    /// Takes long on purpose: done apart, so that nobody else waits for it.
    case slow(@Sendable (Exchange) throws -> Reply)
    /// Reads or writes the store, and takes long where a colleague's password comes with it.
    case approvable(@Sendable (Exchange) throws -> Reply)
    /// Goes on answering. Who may listen is found out on a thread that may block.
    case stream(@Sendable (Exchange) throws -> EventSubscription)
  }

  init(_ method: String, _ path: String, _ work: Work) {
    self.method = method
    self.path = path
    self.work = work
  }
}

/// Every route of the API. The document at /openapi.json says the same, and a test compares the two.
package enum Endpoints {
  package static func api(_ services: WebServices) -> [Endpoint] {
    HealthRoutes(services).endpoints + SessionRoutes(services).endpoints
      + StaffBookingRoutes(services).endpoints + BookingLifeRoutes(services).endpoints
      + WaitlistRoutes(services).endpoints + HouseRoutes(services).endpoints + StaffRoutes(services).endpoints
      + GuestBookRoutes(services).endpoints + GuestBookingRoutes(services).endpoints
      + RestaurantRoutes(services).endpoints + WizardRoutes(services).endpoints
      + EventRoutes(services).endpoints + CalendarRoutes(services).endpoints
      + DocumentRoutes(services).endpoints
  }
}
