extension StoreWriter {
  /// A new account; without a password nobody can sign in to it yet. The address is kept in lower case.
  package func insertStaff(_ account: StaffAccount, passwordHash: String?, now: Instant) throws {
    try db.insert(
      into: "staff",
      [
        "id": account.id, "email": account.email.lowercased(), "password_hash": passwordHash,
        "created_at": now.seconds, "password_changed_at": passwordHash == nil ? nil : now.seconds,
      ])
  }

  /// Sets a password, ends every session of the account and leaves a note in the audit trail.
  package func setPassword(ofStaff id: String, hash: String, now: Instant) throws {
    try db.run(
      "UPDATE staff SET password_hash = ?, password_changed_at = ? WHERE id = ?", [hash, now.seconds, id])
    guard db.changesCount == 1 else { throw StoreError.failed("There is no such staff account.") }
    try revokeSessions(ofStaff: id, now: now)
    try audit(AuditEntry(at: now, staffID: id, action: "staff.password_set"))
  }

  package func insertMembership(staffID: String, restaurantID: String, role: Role) throws {
    try db.insert(
      into: "memberships", ["staff_id": staffID, "restaurant_id": restaurantID, "role": role.rawValue])
  }

  /// A new session. Sessions that ended a month ago are cleared away on the occasion.
  package func insertSession(
    tokenHash: [UInt8], staffID: String, createdAt: Instant, expiresAt: Instant
  ) throws {
    try db.run("DELETE FROM sessions WHERE expires_at < ?", [createdAt.seconds - 30 * 86_400])
    try db.insert(
      into: "sessions",
      [
        "token_hash": tokenHash, "staff_id": staffID, "created_at": createdAt.seconds,
        "expires_at": expiresAt.seconds,
      ])
  }

  /// Ends a session. One that has ended already, or never was, is left as it is.
  package func revokeSession(tokenHash: [UInt8], now: Instant) throws {
    try db.run(
      "UPDATE sessions SET revoked_at = ? WHERE token_hash = ? AND revoked_at IS NULL",
      [now.seconds, tokenHash])
  }

  /// Ends every session of an account.
  package func revokeSessions(ofStaff id: String, now: Instant) throws {
    try db.run(
      "UPDATE sessions SET revoked_at = ? WHERE staff_id = ? AND revoked_at IS NULL", [now.seconds, id])
  }

  /// Ends every session: everybody signs in again.
  func endAllSessions() throws { try db.run("DELETE FROM sessions") }
}
