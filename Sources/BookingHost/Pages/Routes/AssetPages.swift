/// What pages load.
struct AssetPages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [Endpoint("GET", "/assets/{name}", .prompt(asset))]
  }

  /// An address that no longer fits the contents is not there: the page that names it is old.
  @Sendable private func asset(_ exchange: Exchange) throws -> Reply {
    guard let asset = services.pages().assets.asset(at: exchange.parameter("name")) else {
      throw Problem.notFound("There is nothing at this address.")
    }
    var reply = Reply(200)
    reply.body = asset.body
    reply.headers = [("Content-Type", asset.type), ("Cache-Control", "public, max-age=31536000, immutable")]
    return reply
  }
}
