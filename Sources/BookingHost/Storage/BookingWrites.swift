extension StoreWriter {
  /// A new booking with all that belongs to it: the guest (found or new), the decision, the effects, the
  /// audit entry, the idempotency row, and the rules' revision with its files when it is new.
  ///
  /// All of it or nothing, also for a caller that catches the error and goes on with the transaction:
  /// `StoreError.referenceTaken` (try again with another), `StoreError.idempotencyKeyTaken`.
  package func insert(_ booking: Booking, record: BookingRecord) throws {
    try db.whole {
      try storeRevision(
        booking.revision, files: record.ruleFiles, contractVersion: record.contractVersion,
        at: booking.createdAt)
      let guest = try findOrInsertGuest(record, booking)
      try insertRow(booking, guestID: guest.id, contractVersion: record.contractVersion)
      try insert(record.decision, bookingID: booking.id)
      for (position, effect) in booking.effects.enumerated() {
        try db.insert(
          into: "effects",
          effect.columns(bookingID: booking.id, position: position, createdAt: booking.createdAt))
      }
      try insertIdempotency(record, booking)
      try audit(.created(booking, by: record.staffID, guestIsNew: guest.isNew))
    }
  }

  func insertRow(_ booking: Booking, guestID: String, contractVersion: Int) throws {
    do {
      try db.insert(
        into: "bookings", booking.columns(guestID: guestID, contractVersion: contractVersion))
    } catch  where db.engine.isDuplicate(error, of: "bookings_by_reference") {
      throw StoreError.referenceTaken
    }
  }

  private func insertIdempotency(_ record: BookingRecord, _ booking: Booking) throws {
    guard let (key, payloadHash) = record.idempotency else { return }
    if try idempotentBooking(key) != nil { throw StoreError.idempotencyKeyTaken }
    try db.insert(
      into: "idempotency",
      [
        "scope": key.scope, "key_hash": key.keyHash, "payload_hash": payloadHash,
        "booking_id": booking.id, "created_at": booking.createdAt.seconds,
      ])
  }

  /// A guest who is known keeps the name they are known by, and may become known by more.
  func findOrInsertGuest(
    _ record: BookingRecord, _ booking: Booking
  ) throws -> (id: String, isNew: Bool) {
    let key = record.guestKey
    if let known = try guestRow(matching: key, atRestaurant: booking.restaurant.id) {
      if (known.email == nil && key.email != nil) || (known.phone == nil && key.phone != nil) {
        try db.run(
          "UPDATE guests SET email = COALESCE(email, ?), phone = COALESCE(phone, ?) WHERE id = ?",
          [key.email, key.phone, known.id])
      }
      return (known.id, false)
    }
    try db.insert(
      into: "guests",
      [
        "id": record.newGuestID, "restaurant_id": booking.restaurant.id, "name": key.name,
        "folded_name": GuestName.folded(key.name), "email": key.email, "phone": key.phone,
        "created_at": booking.createdAt.seconds,
      ])
    return (record.newGuestID, true)
  }
}

extension AuditEntry {
  /// That a booking was made: by whom, in which mode, and which optional things were given.
  fileprivate static func created(_ booking: Booking, by staffID: String?, guestIsNew: Bool) -> AuditEntry {
    AuditEntry(
      at: booking.createdAt, restaurantID: booking.restaurant.id, staffID: staffID ?? booking.staff?.id,
      staffRole: booking.staff?.role, action: "booking.created", bookingID: booking.id,
      detail: [
        "mode": .text(booking.mode), "source": .text(booking.source),
        "status": .text(booking.status.rawValue), "email": .boolean(booking.email != nil),
        "phone": .boolean(booking.phone != nil), "notes": .boolean(booking.notes != nil),
        "override": .boolean(booking.override != nil),
        "newGuest": .boolean(guestIsNew),
      ]
    ).approved(by: booking.override?.by)
  }
}
