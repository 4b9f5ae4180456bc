extension StoreReading {
  /// The account with this address, in any case.
  package func staff(email: String) throws -> StaffAccount? {
    try db.first(
      "SELECT id, email FROM staff WHERE email = ?", [email.lowercased()], StaffAccount.init(row:))
  }

  package func staff(id: String) throws -> StaffAccount? {
    try db.first("SELECT id, email FROM staff WHERE id = ?", [id], StaffAccount.init(row:))
  }

  /// Nil when there is no such account or it has no password yet.
  package func passwordHash(ofStaff id: String) throws -> String? {
    try db.first("SELECT password_hash FROM staff WHERE id = ?", [id]) {
      $0["password_hash"] as String?
    } ?? nil
  }

  /// By restaurant slug.
  package func memberships(ofStaff id: String) throws -> [Membership] {
    try db.all(
      """
      SELECT m.staff_id, m.restaurant_id, m.role, r.slug, r.name
      FROM memberships m JOIN restaurants r ON r.id = m.restaurant_id
      WHERE m.staff_id = ? ORDER BY r.slug
      """, [id], Membership.init(row:))
  }

  package func membership(ofStaff id: String, atRestaurant restaurantID: String) throws -> Membership? {
    try db.first(
      """
      SELECT m.staff_id, m.restaurant_id, m.role, r.slug, r.name
      FROM memberships m JOIN restaurants r ON r.id = m.restaurant_id
      WHERE m.staff_id = ? AND m.restaurant_id = ?
      """, [id, restaurantID], Membership.init(row:))
  }

  /// Whose session this is; nil when there is none, or it has expired or was revoked.
  package func session(tokenHash: [UInt8], now: Instant) throws -> SessionRecord? {
    try db.first(
      """
      SELECT f.id, f.email, s.expires_at
      FROM sessions s JOIN staff f ON f.id = s.staff_id
      WHERE s.token_hash = ? AND s.expires_at > ? AND s.revoked_at IS NULL
      """, [tokenHash, now.seconds]
    ) { SessionRecord(staff: StaffAccount(row: $0), expiresAt: $0.instant("expires_at")) }
  }
}

extension StaffAccount {
  init(row: Row) {
    self.init(id: row["id"], email: row["email"])
  }
}

extension Membership {
  init(row: Row) throws {
    self.init(
      staffID: row["staff_id"], restaurantID: row["restaurant_id"], restaurantSlug: row["slug"],
      restaurantName: row["name"], role: try row.word("role"))
  }
}
