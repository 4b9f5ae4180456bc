extension StoreReading {
  /// The restaurant whose calendar has this secret's hash.
  func restaurant(ofCalendar hash: [UInt8]) throws -> Restaurant? {
    try db.first(
      """
      SELECT r.* FROM calendar_links c JOIN restaurants r ON r.id = c.restaurant_id WHERE c.secret_hash = ?
      """, [hash], Restaurant.init(row:))
  }

  /// Since when a restaurant's calendar has its address; nil when it has none.
  package func calendarLinkedAt(ofRestaurant id: String) throws -> Instant? {
    try db.first("SELECT created_at FROM calendar_links WHERE restaurant_id = ?", [id]) {
      $0.instant("created_at")
    }
  }

  /// Bookings of some service days that a kitchen prepares for, in their order.
  func calendarEntries(
    ofRestaurant id: String, from: CivilDate, to: CivilDate
  ) throws -> [KitchenCalendar.Entry] {
    try db.all(
      """
      SELECT id, reference, starts_at, ends_at, party, seating, status, version, updated_at FROM bookings
      WHERE restaurant_id = ? AND service_date BETWEEN ? AND ?
        AND status IN ('pending', 'confirmed', 'checked_in', 'completed')
      ORDER BY service_date, service_minute, reference
      """, [id, from.description, to.description]
    ) {
      KitchenCalendar.Entry(
        id: $0["id"], reference: $0["reference"], starts: $0.instant("starts_at"),
        ends: $0.instant("ends_at"),
        party: $0["party"], seating: $0["seating"], isPending: ($0["status"] as String) == "pending",
        version: $0["version"], updatedAt: $0.instant("updated_at"))
    }
  }
}

extension StoreWriter {
  /// Gives a restaurant's calendar an address; one that it had before is no more.
  package func linkCalendar(
    ofRestaurant id: String, _ secret: CalendarSecret, by staffID: String, now: Instant
  ) throws {
    try db.run(
      """
      INSERT INTO calendar_links (restaurant_id, secret_hash, created_at) VALUES (?, ?, ?)
      ON CONFLICT (restaurant_id) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = excluded.created_at
      """,
      [id, secret.hash, now.seconds])
    try audit(AuditEntry(at: now, restaurantID: id, staffID: staffID, action: "calendar.linked"))
  }

  /// Takes the address of a restaurant's calendar away. False when it had none.
  package func revokeCalendar(ofRestaurant id: String, by staffID: String, now: Instant) throws -> Bool {
    try db.run("DELETE FROM calendar_links WHERE restaurant_id = ?", [id])
    guard db.changesCount > 0 else { return false }
    try audit(AuditEntry(at: now, restaurantID: id, staffID: staffID, action: "calendar.revoked"))
    return true
  }
}
