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
    func found(_ contact: GuestMatch.Contact) throws -> GuestRow? {
      let given = contact == .email ? [key.email] : contact == .phone ? [key.phone] : [key.email, key.phone]
      let values = given.compactMap(\.self)
      guard values.count == given.count else { return nil }
      let name = key.match.sameName ? [GuestName.folded(key.name)] : []
      return try db.first(
        GuestSearch.sql(contact, sameName: key.match.sameName),
        StatementArguments([restaurantID] + values + name), GuestRow.init(row:))
    }
    switch key.match.contact {
    case .none: return nil
    case .email, .phone, .both: return try found(key.match.contact)
    case .either:
      let rows = try [found(.email), found(.phone)]
      return rows.compactMap { $0 }.min { $0.age < $1.age }
    }
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

/// The questions for a guest's row: by the row that matches; of one that was merged, the guest it is now.
private enum GuestSearch {
  static func sql(_ contact: GuestMatch.Contact, sameName: Bool) -> String {
    (sameName ? named : nameless)[contact] ?? ""
  }

  private static let nameless = all("")
  private static let named = all(" AND g.folded_name = ?")

  private static func all(_ name: String) -> [GuestMatch.Contact: String] {
    [
      .email: sql("g.email = ?" + name), .phone: sql("g.phone = ?" + name),
      .both: sql("g.email = ? AND g.phone = ?" + name),
    ]
  }

  private static func sql(_ condition: String) -> String {
    """
    SELECT k.id, k.email, k.phone, k.tags, g.created_at
    FROM guests g JOIN guests k ON k.id = coalesce(g.merged_into, g.id)
    WHERE g.restaurant_id = ? AND \(condition) ORDER BY g.created_at, g.id LIMIT 1
    """
  }
}
