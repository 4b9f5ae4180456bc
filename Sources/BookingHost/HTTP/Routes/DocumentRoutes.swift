/// What the routes are, for programs and for people; and what they have been doing.
struct DocumentRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    let documents = [
      Endpoint("GET", "/openapi.json", .prompt { _ in DocumentRoutes.document }),
      Endpoint("GET", "/docs/api", .prompt { _ in DocumentRoutes.page }),
    ]
    return services.settings.metricsToken == nil
      ? documents : documents + [Endpoint("GET", "/metrics", .prompt(metrics))]
  }

  private static let document = Reply.text(OpenAPI.document().json, type: "application/json")
    .with("Cache-Control", "public, max-age=300")

  private static let page = Reply.text(DocumentPage.html, type: "text/html; charset=utf-8")
    .with("Content-Security-Policy", DocumentPage.contentSecurityPolicy)
    .with("Cache-Control", "public, max-age=300")

  /// For a monitor that has the token of the settings. Without one this route is not there.
  @Sendable private func metrics(_ exchange: Exchange) throws -> Reply {
    guard case .bearer(let token) = exchange.credential, let right = services.settings.metricsToken,
      Digest.equal(Digest.sha256(token), Digest.sha256(right))
    else { throw Problem.notSignedIn }
    return .text(services.metrics.text, type: "text/plain; version=0.0.4")
  }
}
