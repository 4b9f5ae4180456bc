// Bookings that come in and go out in large numbers.

extension StoreReading {
  /// Whose booking has a reference, in any case.
  func restaurantID(ofReference reference: String) throws -> String? {
    try db.first(
      "SELECT restaurant_id FROM bookings WHERE upper(reference) = ?", [reference.uppercased()]
    ) { $0["restaurant_id"] as String }
  }

  /// How many bookings of a restaurant have this start, name and contact. Names are compared as guests' are,
  /// addresses without case, and numbers by their digits.
  func bookingsAlike(
    restaurantID: String, startsAt: Instant, serviceDates: [CivilDate], name: String, email: String?,
    phone: String?
  ) throws -> Int {
    let folded = GuestName.folded(name)
    let digits = phone.map(BookingSearch.digits)
    let rows = try db.all(
      """
      SELECT name, email, phone FROM bookings
      WHERE restaurant_id = ? AND service_date BETWEEN ? AND ? AND starts_at = ?
      """,
      [
        restaurantID, serviceDates.min()?.description, serviceDates.max()?.description, startsAt.seconds,
      ]
    ) { (name: $0["name"] as String, email: $0["email"] as String?, phone: $0["phone"] as String?) }
    return rows.count {
      GuestName.folded($0.name) == folded && $0.email?.lowercased() == email?.lowercased()
        && $0.phone.map(BookingSearch.digits) == digits
    }
  }

  func countBookings(_ query: BookingQuery) throws -> Int {
    guard !query.restaurantIDs.isEmpty else { return 0 }
    let filter = BookingFilter(query)
    return try db.first(
      "SELECT count(*) AS n FROM bookings b WHERE \(filter.conditions.joined(separator: " AND "))",
      StatementArguments(filter.arguments)
    ) { $0["n"] as Int } ?? 0
  }

  /// Calls `body` with each booking in the order of service days, without their effects, keeping none.
  func eachBooking(_ query: BookingQuery, _ body: (Booking) throws -> Void) throws {
    guard !query.restaurantIDs.isEmpty else { return }
    let filter = BookingFilter(query)
    try db.stream(
      """
      SELECT b.*, r.slug AS restaurant_slug, r.name AS restaurant_name
      FROM bookings b JOIN restaurants r ON r.id = b.restaurant_id
      WHERE \(filter.conditions.joined(separator: " AND "))
      ORDER BY b.service_date, b.service_minute, b.reference
      """, StatementArguments(filter.arguments)
    ) { try body(Booking(row: $0)) }
  }
}

extension StoreWriter {
  /// A booking that was made elsewhere, with its guest and the decision that it can be asked about. It counts for
  /// no rule, nothing follows it, and the import as a whole is in the audit trail.
  func insertImported(_ booking: Booking, record: BookingRecord) throws {
    try db.whole {
      try storeRevision(
        booking.revision, files: record.ruleFiles, contractVersion: record.contractVersion,
        at: booking.createdAt)
      let guest = try findOrInsertGuest(record, booking)
      try insertRow(booking, guestID: guest.id, contractVersion: record.contractVersion)
      try insert(record.decision, bookingID: booking.id, isCounted: false)
    }
  }

  /// That bookings were taken in: a line for each restaurant.
  func recordImport(_ counts: [String: Int], by staffID: String, now: Instant) throws {
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) {
      try audit(
        AuditEntry(
          at: now, restaurantID: id, staffID: staffID, action: "bookings.imported",
          detail: ["bookings": .integer(count)]))
    }
  }

  /// That bookings were handed out, with names and contact.
  package func recordExport(ofRestaurants ids: [String], bookings: Int, by staffID: String, now: Instant)
    throws
  {
    for id in ids.sorted() {
      try audit(
        AuditEntry(
          at: now, restaurantID: id, staffID: staffID, action: "bookings.exported",
          detail: ["bookings": .integer(bookings)]))
    }
  }
}
