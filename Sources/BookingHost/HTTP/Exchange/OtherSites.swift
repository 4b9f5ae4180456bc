extension WebServices {
  /// Throws `Problem` for what a page of another site has its visitors send: their browser adds this server's cookies,
  /// or keeps those that come back.
  ///
  /// Browsers say where a request comes from (W3C, Fetch Metadata); older ones only whose page it was. Programs say
  /// nothing, and have no cookies to abuse.
  func refuseOtherSites(_ exchange: Exchange) throws {
    let isOurs =
      exchange.headers["Sec-Fetch-Site"].map { $0 == "same-origin" || $0 == "none" }
      ?? exchange.headers["Origin"].map { isOwn(origin: $0, exchange) } ?? true
    guard isOurs else {
      throw Problem(403, "cross_site", "This works from this server's own pages only.")
    }
  }

  private func isOwn(origin: String, _ exchange: Exchange) -> Bool {
    let host = origin.split(separator: "/").last.map(String.init)
    let isPublic = settings.publicURL.map { $0.lowercased().hasPrefix(origin.lowercased()) } ?? false
    return isPublic || (host != nil && host == exchange.headers["Host"])
  }
}
