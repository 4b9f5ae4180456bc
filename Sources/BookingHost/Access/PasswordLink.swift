/// What a link proves with which a member of staff sets a password: their first, or another for one that was forgotten.
///
/// Nothing is stored of it. It is a keyed hash over the account, an end, the password that the account has, and where
/// it belongs and as what. So it is void once a password has been set with it, and once the account may do more or
/// less than when it was made.
package struct PasswordLink: Hashable, Sendable {
  package static let hours = 72

  package let staffID: String
  package let expiresAt: Instant
  private let proof: [UInt8]

  /// A link that was used, has expired, or never was one. Which of them is not told.
  package struct Void: Error {}

  /// Made for an account as it is now.
  init(
    forStaff id: String, now: Instant, _ reader: some StoreReading, _ keyedHash: (String) -> [UInt8]
  ) throws {
    staffID = id
    expiresAt = now.adding(minutes: PasswordLink.hours * 60)
    proof = keyedHash(try PasswordLink.claim(id, expiresAt, reader))
  }

  /// As it came back; nil for what is not written so.
  package init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let id = Base64URL.decoded(parts[0]), let end = digits(parts[1]),
      let proof = Base64URL.decoded(parts[2]), let staffID = String(validating: id, as: UTF8.self)
    else { return nil }
    self.staffID = staffID
    self.proof = proof
    expiresAt = Instant(seconds: end)
  }

  /// What is in the link's address: letters, digits and `-._`.
  package var text: String {
    [Base64URL.encoded(Array(staffID.utf8)), String(expiresAt.seconds), Base64URL.encoded(proof)]
      .joined(separator: ".")
  }

  /// Whose password it sets. Throws `Void`.
  func account(
    now: Instant, _ reader: some StoreReading, _ keyedHash: (String) -> [UInt8]
  ) throws -> StaffAccount {
    guard now < expiresAt, let staff = try reader.staff(id: staffID),
      Digest.equal(proof, keyedHash(try PasswordLink.claim(staffID, expiresAt, reader)))
    else { throw Void() }
    return staff
  }

  private static func claim(_ id: String, _ end: Instant, _ reader: some StoreReading) throws -> String {
    let places = try reader.memberships(ofStaff: id).map { "\($0.restaurantID)=\($0.role.rawValue)" }
    let parts = ["password-link", id, String(end.seconds), try reader.passwordHash(ofStaff: id) ?? ""]
    return (parts + places).joined(separator: "\u{0}")
  }
}

extension Access {
  /// Whose password a link sets. Throws `PasswordLink.Void`.
  package func account(of link: PasswordLink, _ keyedHash: (String) -> [UInt8]) throws -> StaffAccount {
    let now = now()
    return try store.read { try link.account(now: now, $0, keyedHash) }
  }

  /// Sets a password by a link, which is void from then on, ends every session of the account and begins one. Throws
  /// `PasswordLink.Void`, and `AccessError` for a password that is too short or too long.
  package func setPassword(
    _ password: String, by link: PasswordLink, _ keyedHash: (String) -> [UInt8]
  ) throws -> SignedIn {
    // Whoever has no link is not worth a slow hash.
    _ = try account(of: link, keyedHash)
    try Access.check(password)
    let hash = try hasher.hash(password)
    let token = SessionToken.random()
    let now = now()
    let expiresAt = now.adding(minutes: Access.sessionMinutes)
    let staff = try store.write { writer in
      // Looked at again where nobody can come between: two who use it at once do not both win.
      let staff = try link.account(now: now, writer, keyedHash)
      try writer.setPassword(ofStaff: staff.id, hash: hash, now: now)
      try writer.insertSession(
        tokenHash: token.hash, staffID: staff.id, createdAt: now, expiresAt: expiresAt)
      return staff
    }
    return SignedIn(token: token.text, staff: staff, expiresAt: expiresAt)
  }
}
