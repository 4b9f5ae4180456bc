/// Whether the server lives, and whether it can do its work.
struct HealthRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", "/healthz", .prompt { _ in try .json(["status": "ok"]) }),
      Endpoint("GET", "/readyz", .blocking(ready)),
    ]
  }

  /// Ready when the store answers.
  @Sendable private func ready(_ exchange: Exchange) throws -> Reply {
    do {
      _ = try services.store.read { try $0.lastAuditID() }
    } catch {
      throw Problem.busy("The booking store does not answer.", retryAfter: 5)
    }
    return try .json(["status": "ready", "revision": services.desk.rules.revision])
  }
}
