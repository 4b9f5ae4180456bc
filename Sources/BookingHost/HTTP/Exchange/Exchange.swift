/// One request as a route sees it: read, decoded where HTTP says how, and not yet believed.
package struct Exchange: Sendable {
  package var method: String
  /// The path with its query, as it was asked.
  package var path: String
  /// The path's parts that the route names: `reference`.
  package var parameters: [String: String]
  package var query: Query
  package var headers: RequestHeaders
  package var body: [UInt8]
  /// Whose requests are counted together: the caller's address, behind proxies that are believed.
  package var address: String
  package var requestID: String
  /// What the caller gave as proof of who they are.
  package var credential: Credential

  /// A named part of the path. The route's own pattern has it, so it is there.
  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  func object() throws -> JSONBody { try JSONBody(body) }
}

/// Headers of a request by name in any case. A header that was sent several times has its values in order.
package struct RequestHeaders: Sendable {
  private var values: [String: [String]] = [:]

  package init(_ fields: [(name: String, value: String)]) {
    for (name, value) in fields { values[name.lowercased(), default: []].append(value) }
  }

  subscript(name: String) -> String? { values[name.lowercased()]?.first }

  func all(_ name: String) -> [String] { values[name.lowercased()] ?? [] }
}

/// What a caller gave as proof of who they are.
package enum Credential: Hashable, Sendable {
  case none
  /// A session's token in the Authorization header.
  case bearer(String)
  /// A session's token in the cookie, which browsers send along unasked.
  case cookie(String)
  /// An external provider's token, already verified.
  case external(ExternalIdentity)
}
