/// Signing in and out, and who one is.
struct SessionRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("POST", "/api/session", .slow(signIn)),
      Endpoint("DELETE", "/api/session", .blocking(signOut)),
      Endpoint("GET", "/api/me", .blocking(me)),
    ]
  }

  @Sendable private func signIn(_ exchange: Exchange) throws -> Reply {
    // Another site's page may not sign its visitors in here, under an account of its own choosing.
    try services.refuseOtherSites(exchange)
    let body = try exchange.object()
    let email = try body.required("email", body.text("email"))
    let password = try body.required("password", body.text("password"))
    let session = try services.signIn(email: email, password: password, exchange)
    let answer = SessionJSON(session, csrfToken: services.csrfToken(session: session.token))
    return try .json(answer, status: 201)
      .with("Set-Cookie", services.settings.cookie.kept(session.token, minutes: Access.sessionMinutes))
  }

  @Sendable private func signOut(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    if try exchange.query.flag("everywhere") {
      try services.access.signOutEverywhere(staffID: visitor.staff.id)
    }
    switch exchange.credential {
    case .bearer(let token), .cookie(let token): try services.access.signOut(token: token)
    case .external, .none: break
    }
    return Reply(204).with("Set-Cookie", services.settings.cookie.cleared)
  }

  @Sendable private func me(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    let memberships = try services.store.read { try $0.memberships(ofStaff: visitor.staff.id) }
    return try .json(MeJSON(visitor, memberships: memberships))
  }
}

extension WebServices {
  /// Begins a session, as often as the limits let somebody try.
  func signIn(email: String, password: String, _ exchange: Exchange) throws -> Access.SignedIn {
    try guess(passwordOf: email, exchange) { try access.signIn(email: email, password: password) }
  }

  /// Tries a password. How often one may is limited by the caller's address and by the account; one that was right
  /// clears the account's count.
  func guess<T>(passwordOf email: String, _ exchange: Exchange, _ attempt: () throws -> T) throws -> T {
    let account = Digest.hex(Digest.sha256(Access.normalised(email)))
    try limits.take(.signInAddress, exchange.address)
    try limits.take(.signInAccount, account)
    let proven = try attempt()
    limits.clear(.signInAccount, account)
    return proven
  }
}

/// A session that has just begun.
private struct SessionJSON: Encodable {
  var token: String
  var expiresAt: String
  var csrfToken: String

  init(_ session: Access.SignedIn, csrfToken: String) {
    token = session.token
    expiresAt = Zone.utc.timestamp(session.expiresAt)
    self.csrfToken = csrfToken
  }
}

/// Who is signed in, and where they belong.
private struct MeJSON: Encodable {
  var id: String
  var email: String
  var expiresAt: String
  var memberships: [Member]
  /// For sessions in a cookie only.
  @OrNull var csrfToken: String?

  struct Member: Encodable {
    var restaurantId: String
    var restaurant: String
    var role: String
  }

  init(_ visitor: Visitor, memberships: [Membership]) {
    id = visitor.staff.id
    email = visitor.staff.email
    expiresAt = Zone.utc.timestamp(visitor.expiresAt)
    csrfToken = visitor.csrfToken
    self.memberships = memberships.map {
      Member(restaurantId: $0.restaurantID, restaurant: $0.restaurantSlug, role: $0.role.rawValue)
    }
  }
}
