/// Who may come in: signing in and out, and passwords. What someone may do at a restaurant is their
/// membership, which the store checks in the transaction that writes.
package struct Access: Sendable {
  let store: Store
  let hasher: PasswordHasher
  let now: @Sendable () -> Instant

  package init(store: Store, hasher: PasswordHasher, now: @escaping @Sendable () -> Instant) {
    self.store = store
    self.hasher = hasher
    self.now = now
  }

  /// The longest shift with its setting up and closing: nobody signs in twice on one evening, and a session
  /// forgotten on the host's terminal is over by the next.
  package static let sessionMinutes = 12 * 60
  /// In characters, as a person counts them.
  package static let passwordLength = 10...200

  /// A session that has just begun.
  package struct SignedIn: Hashable, Sendable {
    package var token: String
    package var staff: StaffAccount
    package var expiresAt: Instant
  }

  /// Begins a session. Throws `AccessError.wrongCredentials`, which takes as long for an address without an
  /// account as for a wrong password.
  package func signIn(email: String, password: String) throws -> SignedIn {
    let (staff, hash) = try account(email: email, password: password)
    return try begin(sessionOf: staff, provenBy: hash)
  }

  /// The account that an email and a password belong to, and the hash that proved it.
  func account(email: String, password: String) throws -> (staff: StaffAccount, hash: String?) {
    let (staff, hash) = try store.read { store in
      let staff = try store.staff(email: Access.normalised(email))
      return (staff, try staff.flatMap { try store.passwordHash(ofStaff: $0.id) })
    }
    // What is too long to have been set is hashed all the same, cut short, so that it takes as long.
    let tried = String(password.prefix(Access.passwordLength.upperBound))
    let isRight = try hasher.verify(tried, against: hash) && tried == password
    guard isRight, let staff else { throw AccessError.wrongCredentials }
    return (staff, hash)
  }

  /// Ends a session. Signing out twice does no harm.
  package func signOut(token: String) throws {
    let now = now()
    try store.write { try $0.revokeSession(tokenHash: SessionToken(text: token).hash, now: now) }
  }

  /// Ends every session of an account.
  package func signOutEverywhere(staffID: String) throws {
    let now = now()
    try store.write { try $0.revokeSessions(ofStaff: staffID, now: now) }
  }

  /// Who is signed in with a token; nil when nobody is (any more).
  package func staff(token: String) throws -> StaffAccount? {
    try session(token: token)?.staff
  }

  /// The session of a token; nil when it is unknown, revoked or has expired.
  package func session(token: String) throws -> SessionRecord? {
    let now = now()
    return try store.read { try $0.session(tokenHash: SessionToken(text: token).hash, now: now) }
  }

  /// Sets a password and ends every session of the account. Throws `AccessError` for a password that is too
  /// short or too long, or an address without an account.
  package func setPassword(email: String, password: String) throws {
    try Access.check(password)
    let now = now()
    let hash = try hasher.hash(password)
    try store.write { store in
      guard let staff = try store.staff(email: Access.normalised(email)) else {
        throw AccessError.unknownAccount
      }
      try store.setPassword(ofStaff: staff.id, hash: hash, now: now)
    }
  }

  /// Throws when a password has too few or too many characters to be set.
  package static func check(_ password: String) throws {
    if password.count < passwordLength.lowerBound {
      throw AccessError.passwordTooShort(minimum: passwordLength.lowerBound)
    }
    if password.count > passwordLength.upperBound {
      throw AccessError.passwordTooLong(maximum: passwordLength.upperBound)
    }
  }

  /// An address as accounts are kept: without white space around it, in lower case.
  package static func normalised(_ email: String) -> String { Text.trimmed(email).lowercased() }

  /// The password was verified outside the transaction; if it has changed since, it proves nothing.
  private func begin(sessionOf staff: StaffAccount, provenBy hash: String?) throws -> SignedIn {
    let token = SessionToken.random()
    let now = now()
    let expiresAt = now.adding(minutes: Access.sessionMinutes)
    try store.write { store in
      guard try store.passwordHash(ofStaff: staff.id) == hash else { throw AccessError.wrongCredentials }
      try store.insertSession(
        tokenHash: token.hash, staffID: staff.id, createdAt: now, expiresAt: expiresAt)
    }
    return SignedIn(token: token.text, staff: staff, expiresAt: expiresAt)
  }
}
