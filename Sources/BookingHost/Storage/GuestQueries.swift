extension StoreReading {
  /// The guest whom a mode takes for the one with this contact and name at a restaurant, and what is known of them.
  ///
  /// What has to be the same is for the mode to say. Without contact nobody is recognised. A guest who was merged
  /// into another is found by their own contact too, and is the other.
  package func guest(
    matching key: GuestKey, atRestaurant restaurantID: String, now: Instant
  ) throws -> (id: String, facts: GuestFacts)? {
    guard let guest = try guestRow(matching: key, atRestaurant: restaurantID) else { return nil }
    return (guest.id, try facts(of: guest, now: now))
  }

  func facts(of guest: GuestRow, now: Instant) throws -> GuestFacts {
    var facts = try facts(ofGuest: guest.id, now: now)
    facts.tags = StoredJSON.parse(guest.tags)?.array?.compactMap(\.text) ?? []
    return facts
  }

  /// The longest-known guest that matches.
  func guestRow(matching key: GuestKey, atRestaurant restaurantID: String) throws -> GuestRow? {
    let (email, phone) = (key.email, key.phone)
    func found(_ conditions: [(String, String?)]) throws -> GuestRow? {
      guard conditions.allSatisfy({ $0.1 != nil }) else { return nil }
      let name = key.match.sameName ? [("folded_name", GuestName.folded(key.name) as String?)] : []
      return try guestRow(restaurantID, (conditions + name).map { ($0.0, $0.1 ?? "") })
    }
    switch key.match.contact {
    case .none: return nil
    case .email: return try found([("email", email)])
    case .phone: return try found([("phone", phone)])
    case .both: return try found([("email", email), ("phone", phone)])
    case .either:
      let rows = try [found([("email", email)]), found([("phone", phone)])]
      return rows.compactMap { $0 }.min { $0.age < $1.age }
    }
  }

  /// By the row that matches; of one that was merged, the guest it is now.
  private func guestRow(_ restaurantID: String, _ conditions: [(String, String)]) throws -> GuestRow? {
    let words = conditions.map { "g.\($0.0) = ?" }.joined(separator: " AND ")
    return try db.first(
      """
      SELECT k.id, k.email, k.phone, k.tags, g.created_at
      FROM guests g JOIN guests k ON k.id = coalesce(g.merged_into, g.id)
      WHERE g.restaurant_id = ? AND \(words) ORDER BY g.created_at, g.id LIMIT 1
      """, StatementArguments([restaurantID] + conditions.map(\.1)), GuestRow.init(row:))
  }

  /// Whose booking it is, as far as they can be told from anybody: one booking without contact is a stranger's.
  func guest(ofBooking id: String, now: Instant) throws -> GuestFacts {
    let guest = try db.first(
      """
      SELECT g.id, g.email, g.phone, g.tags, g.created_at FROM bookings b JOIN guests g ON g.id = b.guest_id
      WHERE b.id = ?
      """, [id], GuestRow.init(row:))
    guard let guest else { return .unknown }
    let isKnown =
      try guest.email != nil || guest.phone != nil || guest.tags != "[]"
      || db.exists("SELECT 1 FROM bookings WHERE guest_id = ? AND id <> ? LIMIT 1", [guest.id, id])
    return isKnown ? try facts(of: guest, now: now) : .unknown
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
