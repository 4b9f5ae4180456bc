/// A member of staff who is signed in.
struct Visitor: Sendable {
  var staff: StaffAccount
  var expiresAt: Instant
  /// What a cookie's writes must be accompanied by; nil where browsers send nothing unasked.
  var csrfToken: String?

  var caller: Caller { .staff(staff) }
}

extension WebServices {
  /// Who is asking; nil when they gave no proof. Throws `Problem` for a proof that proves nothing (any more).
  func visitor(_ exchange: Exchange) throws -> Visitor? {
    switch exchange.credential {
    case .none: return nil
    case .bearer(let token): return try visitor(session: token)
    case .cookie(let token):
      var visitor = try visitor(session: token)
      visitor.csrfToken = csrfToken(session: token)
      return visitor
    case .external(let identity):
      guard let staff = try store.read({ try $0.staff(identity: identity) }) else {
        throw Problem.unauthorized("This token belongs to nobody who works here.")
      }
      return Visitor(staff: staff, expiresAt: identity.expiresAt)
    }
  }

  /// Who is asking, for what only staff may see.
  func staff(_ exchange: Exchange) throws -> Visitor {
    guard let visitor = try visitor(exchange) else { throw Problem.notSignedIn }
    return visitor
  }

  /// Who is asking, for what only staff may do. A browser sends its cookie along with whatever another
  /// site's page makes it ask; that page does not know the token.
  func actingStaff(_ exchange: Exchange) throws -> Visitor {
    let visitor = try staff(exchange)
    guard let token = visitor.csrfToken else { return visitor }
    guard let sent = exchange.headers["X-CSRF-Token"],
      Digest.equal(Array(sent.utf8), Array(token.utf8))
    else {
      throw Problem(
        403, "csrf_token_invalid",
        "A request with the session's cookie needs the token of GET /api/me in the header X-CSRF-Token.")
    }
    return visitor
  }

  /// The token that accompanies writes of a session: whoever has the session can ask for it, nobody else
  /// can compute it.
  func csrfToken(session: String) -> String { Digest.hex(keyedHash("csrf\u{0}" + session)) }

  private func visitor(session token: String) throws -> Visitor {
    guard let session = try access.session(token: token) else {
      throw Problem.unauthorized("This session is over. Sign in again.")
    }
    return Visitor(staff: session.staff, expiresAt: session.expiresAt)
  }
}
