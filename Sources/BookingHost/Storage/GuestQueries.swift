internal import GRDB

extension StoreReading {
  /// The guest with this contact and name at a restaurant, and what is known of them.
  ///
  /// The same guest has the same email or phone *and* the same name, but for case, accents and spacing: a
  /// family's shared address does not merge its members. Without contact nobody is recognised.
  package func guest(
    matching key: GuestKey, atRestaurant restaurantID: String, now: Instant
  ) throws -> (id: String, facts: GuestFacts)? {
    guard let guest = try guestRow(matching: key, atRestaurant: restaurantID) else { return nil }
    var facts = try facts(ofGuest: guest.id, now: now)
    facts.tags = StoredJSON.parse(guest.tags)?.array?.compactMap(\.text) ?? []
    return (guest.id, facts)
  }

  /// The longest-known guest that matches.
  func guestRow(matching key: GuestKey, atRestaurant restaurantID: String) throws -> GuestRow? {
    let folded = GuestName.folded(key.name)
    let byEmail = try key.email.flatMap { try guestRow("email", $0, folded, restaurantID) }
    let byPhone = try key.phone.flatMap { try guestRow("phone", $0, folded, restaurantID) }
    return [byEmail, byPhone].compactMap { $0 }.min { $0.age < $1.age }
  }

  private func guestRow(
    _ column: String, _ value: String, _ folded: String, _ restaurantID: String
  ) throws -> GuestRow? {
    try db.first(
      """
      SELECT id, email, phone, tags, created_at FROM guests
      WHERE restaurant_id = ? AND \(column) = ? AND folded_name = ? ORDER BY created_at, id LIMIT 1
      """, [restaurantID, value, folded], GuestRow.init(row:))
  }

  private func facts(ofGuest id: String, now: Instant) throws -> GuestFacts {
    let facts = try db.first(
      """
      SELECT
        COUNT(CASE WHEN status IN ('completed', 'checked_in') THEN 1 END) AS visits,
        COUNT(CASE WHEN status = 'no_show' THEN 1 END) AS no_shows,
        COUNT(CASE WHEN status IN ('pending', 'confirmed') AND starts_at > ? THEN 1 END) AS upcoming
      FROM bookings WHERE guest_id = ?
      """, [now.seconds, id]
    ) { GuestFacts(known: true, visits: $0["visits"], noShows: $0["no_shows"], upcoming: $0["upcoming"]) }
    var known = facts ?? GuestFacts(known: true)
    known.points = try points(ofGuest: id)
    return known
  }
}

/// What matching needs of a guest's row.
struct GuestRow {
  var id: String
  var email: String?
  var phone: String?
  var tags: String
  var createdAt: Int

  init(row: Row) {
    id = row["id"]
    email = row["email"]
    phone = row["phone"]
    tags = row["tags"]
    createdAt = row["created_at"]
  }

  /// Orders guests from the longest known; the id decides between two of one second.
  var age: (Int, String) { (createdAt, id) }
}
