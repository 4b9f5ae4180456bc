extension StoreReading {
  /// Bookings in the order of their service days, with their effects.
  package func bookings(_ query: BookingQuery) throws -> [Booking] {
    guard !query.restaurantIDs.isEmpty, query.statuses?.isEmpty != true else { return [] }
    let filter = BookingFilter(query)
    var bookings = try db.all(
      """
      SELECT b.*, r.slug AS restaurant_slug, r.name AS restaurant_name
      FROM bookings b JOIN restaurants r ON r.id = b.restaurant_id
      WHERE \(filter.conditions.joined(separator: " AND "))
      ORDER BY b.service_date, b.service_minute, b.reference
      LIMIT ?
      """, StatementArguments(filter.arguments + [query.limit ?? Int.max]), Booking.init(row:))
    try loadEffects(into: &bookings)
    return bookings
  }

  /// The booking with this reference, in any case, at one of these restaurants.
  package func booking(reference: String, restaurantIDs: [String]) throws -> Booking? {
    let booking = try booking(reference: reference)
    return booking.flatMap { restaurantIDs.contains($0.restaurant.id) ? $0 : nil }
  }

  /// The booking with this reference, in any case, wherever it is.
  package func booking(reference: String) throws -> Booking? {
    try booking(where: "upper(b.reference) = ?", reference.uppercased())
  }

  package func booking(id: String) throws -> Booking? {
    try booking(where: "b.id = ?", id)
  }

  /// The booking that was made under an idempotency key, and the hash of what was asked then.
  package func idempotentBooking(
    _ key: IdempotencyKey
  ) throws -> (payloadHash: [UInt8], bookingID: String)? {
    try db.first(
      "SELECT payload_hash, booking_id FROM idempotency WHERE scope = ? AND key_hash = ?",
      [key.scope, key.keyHash]
    ) { ($0.bytes("payload_hash"), $0["booking_id"] as String) }
  }

  private func booking(where condition: String, _ value: String) throws -> Booking? {
    let booking = try db.first(
      """
      SELECT b.*, r.slug AS restaurant_slug, r.name AS restaurant_name
      FROM bookings b JOIN restaurants r ON r.id = b.restaurant_id WHERE \(condition)
      """, [value], Booking.init(row:))
    guard let booking else { return nil }
    var bookings = [booking]
    try loadEffects(into: &bookings)
    return bookings.first
  }

  /// One query for every few hundred bookings.
  private func loadEffects(into bookings: inout [Booking]) throws {
    let batch = 512
    for start in stride(from: 0, to: bookings.count, by: batch) {
      let range = start..<min(start + batch, bookings.count)
      let ids = InList(bookings[range].map(\.id))
      let rows = try db.all(
        "SELECT * FROM effects WHERE booking_id \(ids.condition) ORDER BY booking_id, position",
        StatementArguments(ids.values)
      ) { (booking: $0["booking_id"] as String, effect: try StoredEffect(row: $0)) }
      let effects = Dictionary(grouping: rows, by: \.booking)
      for index in range { bookings[index].effects = effects[bookings[index].id]?.map(\.effect) ?? [] }
    }
  }
}
