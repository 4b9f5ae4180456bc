extension StoreReading {
  /// The account that an external provider's account stands for.
  package func staff(identity: ExternalIdentity) throws -> StaffAccount? {
    try db.first(
      """
      SELECT f.id, f.email FROM staff_identities i JOIN staff f ON f.id = i.staff_id
      WHERE i.issuer = ? AND i.subject = ?
      """, [identity.issuer, identity.subject], StaffAccount.init(row:))
  }
}

extension StoreWriter {
  /// Lets an external provider's account stand for an account here, in place of whichever it stood for
  /// before, and leaves a note in the audit trail.
  package func link(issuer: String, subject: String, toStaff id: String, now: Instant) throws {
    try db.run("DELETE FROM staff_identities WHERE issuer = ? AND subject = ?", [issuer, subject])
    try db.insert(
      into: "staff_identities",
      ["issuer": issuer, "subject": subject, "staff_id": id, "created_at": now.seconds])
    try audit(AuditEntry(at: now, staffID: id, action: "staff.identity_linked"))
  }
}
