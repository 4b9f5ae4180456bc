/// Who is signed in, and where they belong.
package struct StaffJSON: Encodable, Sendable {
  package var id: String
  package var email: String
  /// When the session ends, in UTC.
  package var expiresAt: String
  package var memberships: [Member]

  package struct Member: Encodable, Sendable {
    package var restaurant: String
    package var role: String
  }

  package init(_ session: SessionRecord, memberships: [Membership]) {
    id = session.staff.id
    email = session.staff.email
    expiresAt = Zone.utc.timestamp(session.expiresAt)
    self.memberships = memberships.map { Member(restaurant: $0.restaurantSlug, role: $0.role.rawValue) }
  }
}
