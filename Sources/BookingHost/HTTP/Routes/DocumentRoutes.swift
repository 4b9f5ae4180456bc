/// What the routes are, for programs and for people; and what they have been doing.
struct DocumentRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    let metrics = services.settings.metricsToken == nil
      ? [] : [Endpoint("GET", "/metrics", .prompt(metrics))]
    return metrics
  }

  @Sendable private func metrics(_ exchange: Exchange) throws -> Reply {
    guard case .bearer(let token) = exchange.credential, let right = services.settings.metricsToken,
      Digest.equal(Digest.sha256(token), Digest.sha256(right))
    else { throw Problem.notSignedIn }
    return .text(services.metrics.text, type: "text/plain; version=0.0.4")
  }
}
