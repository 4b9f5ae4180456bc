/// Somebody who works at a restaurant.
package struct Member: Hashable, Sendable {
  package var staff: StaffAccount
  package var role: Role
  /// Whether they have a password to sign in with.
  package var canSignIn: Bool
}

extension StoreReading {
  /// Who works at a restaurant: owners first, then by email.
  package func members(ofRestaurant id: String) throws -> [Member] {
    try db.all(
      """
      SELECT f.id, f.email, m.role, f.password_hash IS NOT NULL
        OR EXISTS (SELECT 1 FROM staff_identities i WHERE i.staff_id = f.id) AS can_sign_in
      FROM memberships m JOIN staff f ON f.id = m.staff_id WHERE m.restaurant_id = ? ORDER BY f.email
      """, [id]
    ) { Member(staff: StaffAccount(row: $0), role: try $0.word("role"), canSignIn: $0["can_sign_in"]) }
    .sorted { ($1.role, $0.staff.email) < ($0.role, $1.staff.email) }
  }

  package func countOwners(ofRestaurant id: String) throws -> Int {
    try db.first(
      "SELECT count(*) AS n FROM memberships WHERE restaurant_id = ? AND role = 'owner'", [id]
    ) { $0["n"] as Int } ?? 0
  }
}

extension StoreWriter {
  package func setRole(_ role: Role, ofStaff id: String, atRestaurant restaurantID: String) throws {
    try db.run(
      "UPDATE memberships SET role = ? WHERE staff_id = ? AND restaurant_id = ?",
      [role.rawValue, id, restaurantID])
  }

  /// Takes somebody off a restaurant. Who belongs nowhere any more is signed out as well.
  package func removeMembership(ofStaff id: String, atRestaurant restaurantID: String, now: Instant) throws {
    try db.run("DELETE FROM memberships WHERE staff_id = ? AND restaurant_id = ?", [id, restaurantID])
    if try memberships(ofStaff: id).isEmpty { try revokeSessions(ofStaff: id, now: now) }
  }
}
