/// A guest of one restaurant, as the guest book has them.
package struct Guest: Hashable, Sendable {
  package var id: String
  package var restaurant: Booking.RestaurantName
  /// The name they were first known by.
  package var name: String
  package var email: String?
  package var phone: String?
  package var tags: [String]
  package var notes: String?
  package var allergies: String?
  package var createdAt: Instant
  /// The guest that this one turned out to be.
  package var mergedInto: String?
  package var erasedAt: Instant?
  package var visits: Int
  package var noShows: Int
  package var upcoming: Int
  package var points: Int
  /// All bookings, whatever became of them.
  package var bookings: Int
  package var lastBooking: Instant?
}

/// Which guests to list. Order: name as it is compared, id.
package struct GuestQuery: Hashable, Sendable {
  package var restaurantIDs: [String]
  /// Words that must all occur in what is known of a guest or of one of their bookings.
  package var search: String?
  package var limit: Int
  /// Lists what comes after the guest with this name and id.
  package var after: GuestCursor?

  package init(restaurantIDs: [String], search: String? = nil, limit: Int, after: GuestCursor? = nil) {
    self.restaurantIDs = restaurantIDs
    self.search = search
    self.limit = limit
    self.after = after
  }
}

/// A place in a list of guests.
package struct GuestCursor: Hashable, Sendable {
  package var foldedName: String
  package var id: String

  package init(foldedName: String, id: String) {
    self.foldedName = foldedName
    self.id = id
  }

  package init(_ guest: Guest) { self.init(foldedName: GuestName.folded(guest.name), id: guest.id) }
}

extension StoreReading {
  /// Guests by name. Those who were erased, or turned out to be others, are not among them.
  package func guests(_ query: GuestQuery, now: Instant) throws -> [Guest] {
    guard !query.restaurantIDs.isEmpty else { return [] }
    let restaurants = InList(query.restaurantIDs)
    var conditions = [
      "g.restaurant_id \(restaurants.condition)", "g.merged_into IS NULL", "g.erased_at IS NULL",
    ]
    var arguments: [any Storable] = restaurants.values
    if let after = query.after {
      conditions.append("(g.folded_name, g.id) > (?, ?)")
      arguments += [after.foldedName, after.id]
    }
    for alternatives in BookingSearch.terms(query.search ?? "") {
      let each = alternatives.map { term -> String in
        let pattern = BookingSearch.pattern(term)
        arguments += [pattern, pattern, pattern] + restaurants.values + [pattern]
        return """
          g.folded_name LIKE ? ESCAPE '!' OR g.email LIKE ? ESCAPE '!' OR g.phone LIKE ? ESCAPE '!' OR g.id IN
          (SELECT guest_id FROM bookings b WHERE b.restaurant_id \(restaurants.condition) AND b.search_text LIKE ? ESCAPE '!')
          """
      }
      conditions.append("(\(each.joined(separator: " OR ")))")
    }
    return try guests(
      where: conditions.joined(separator: " AND ") + " ORDER BY g.folded_name, g.id LIMIT ?",
      arguments + [query.limit], now: now)
  }

  package func guest(id: String, now: Instant) throws -> Guest? {
    try guests(where: "g.id = ?", [id], now: now).first
  }

  /// Guests at some restaurants whose id begins with something: two at most, as one is wanted.
  package func guests(idPrefix: String, restaurantIDs: [String], now: Instant) throws -> [Guest] {
    let restaurants = InList(restaurantIDs)
    return try guests(
      where: "g.id >= ? AND g.id < ? AND g.restaurant_id \(restaurants.condition) LIMIT 2",
      [idPrefix, idPrefix + "~"] + restaurants.values, now: now)
  }

  /// The rows that are one guest: their own, and those of whom they turned out to be.
  func rowIDs(ofGuest id: String) throws -> [String] {
    try db.all(
      "SELECT id FROM guests WHERE id = ? UNION ALL SELECT id FROM guests WHERE merged_into = ?", [id, id]
    ) {
      $0["id"] as String
    }
  }

  package func guestID(ofBooking id: String) throws -> String? {
    try db.first("SELECT guest_id FROM bookings WHERE id = ?", [id]) { $0["guest_id"] as String }
  }

  /// The ids of the rows that were merged into a guest's.
  package func merged(intoGuest id: String) throws -> [String] { Array(try rowIDs(ofGuest: id).dropFirst()) }

  /// A guest's bookings, the latest first.
  package func bookings(ofGuest id: String) throws -> [Booking] {
    try db.all("SELECT id FROM bookings WHERE guest_id = ? ORDER BY starts_at DESC, id", [id]) {
      $0["id"] as String
    }.compactMap { try booking(id: $0) }
  }

  private func guests(
    where condition: String, _ arguments: [any Storable], now: Instant
  ) throws -> [Guest] {
    func count(_ what: String) -> String { "(SELECT \(what) FROM bookings b WHERE b.guest_id = g.id" }
    return try db.all(
      """
      SELECT g.*, r.slug, r.name AS restaurant_name,
        \(count("count(*)"))) AS bookings, \(count("max(b.starts_at)"))) AS last_booking,
        \(count("count(*)")) AND b.status IN ('completed', 'checked_in')) AS visits,
        \(count("count(*)")) AND b.status = 'no_show') AS no_shows,
        \(count("count(*)")) AND b.status IN ('pending', 'confirmed') AND b.starts_at > ?) AS upcoming,
        (SELECT coalesce(sum(points), 0) FROM loyalty_entries l WHERE l.guest_id = g.id) AS points
      FROM guests g JOIN restaurants r ON r.id = g.restaurant_id WHERE \(condition)
      """, StatementArguments([now.seconds] + arguments), Guest.init(row:))
  }
}

extension Guest {
  init(row: Row) {
    self.init(
      id: row["id"],
      restaurant: Booking.RestaurantName(
        id: row["restaurant_id"], slug: row["slug"], name: row["restaurant_name"]),
      name: row["name"], email: row["email"], phone: row["phone"],
      tags: StoredJSON.parse(row["tags"])?.array?.compactMap(\.text) ?? [], notes: row["notes"],
      allergies: row["allergies"], createdAt: row.instant("created_at"), mergedInto: row["merged_into"],
      erasedAt: (row["erased_at"] as Int?).map(Instant.init(seconds:)), visits: row["visits"],
      noShows: row["no_shows"], upcoming: row["upcoming"], points: row["points"], bookings: row["bookings"],
      lastBooking: (row["last_booking"] as Int?).map(Instant.init(seconds:)))
  }
}
