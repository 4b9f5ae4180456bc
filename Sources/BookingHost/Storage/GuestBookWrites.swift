// What staff do to the guest book. Each is one line of the audit trail or two, with ids and never with what is known
// of anybody.
extension StoreWriter {
  /// Writes what staff note of a guest. `fields` are those that are not what they were.
  package func note(_ guest: Guest, fields: [String], by staff: StaffFacts, now: Instant) throws {
    try db.run(
      "UPDATE guests SET notes = ?, allergies = ?, tags = ? WHERE id = ?",
      [guest.notes, guest.allergies, StoredJSON.array(guest.tags.map { .text($0) }).encoded, guest.id])
    try audit(guest, "noted", ["fields": .array(fields.map { .text($0) })], by: staff, now)
  }

  /// Makes two guests one. What is known of the other is the kept one's as well; the other's row stays, so that their
  /// contact still finds them.
  package func merge(_ other: Guest, into kept: Guest, by staff: StaffFacts, now: Instant) throws {
    try db.run("UPDATE bookings SET guest_id = ? WHERE guest_id = ?", [kept.id, other.id])
    let moved = db.changesCount
    try db.run("UPDATE loyalty_entries SET guest_id = ? WHERE guest_id = ?", [kept.id, other.id])
    try db.run(
      "UPDATE guests SET merged_into = ? WHERE id = ? OR merged_into = ?", [kept.id, other.id, other.id])
    let union = kept.tags + other.tags.filter { !kept.tags.contains($0) }
    try db.run(
      """
      UPDATE guests SET email = coalesce(email, ?), phone = coalesce(phone, ?), notes = ?, allergies = ?, tags = ?
      WHERE id = ?
      """,
      [
        other.email, other.phone, StoreWriter.joined(kept.notes, other.notes, "\n"),
        StoreWriter.joined(kept.allergies, other.allergies, ", "),
        StoredJSON.array(union.map { .text($0) }).encoded, kept.id,
      ])
    try audit(kept, "merged", ["other": .text(other.id), "bookings": .integer(moved)], by: staff, now)
  }

  private static func joined(_ a: String?, _ b: String?, _ separator: String) -> String? {
    guard let a, let b, a != b else { return a ?? b }
    return a + separator + b
  }

  /// Gives some of a guest's bookings a guest of their own, with the points that were given for them. A row that was
  /// merged comes back if it has the bookings' contact and name; else one is made. Returns its id.
  package func split(
    _ bookings: [Booking], from guest: Guest, newID: String, by staff: StaffFacts, now: Instant
  ) throws -> String {
    guard let first = bookings.first else { return guest.id }
    let key = GuestKey(first)
    let id = try mergedRow(of: guest, key) ?? newID
    if id == newID {
      try insertGuest(id, key, first, now: now)
    } else {
      try db.run("UPDATE guests SET merged_into = NULL WHERE id = ?", [id])
    }
    for booking in bookings {
      try db.run("UPDATE bookings SET guest_id = ? WHERE id = ?", [id, booking.id])
      try db.run("UPDATE loyalty_entries SET guest_id = ? WHERE booking_id = ?", [id, booking.id])
    }
    try forget(key, of: guest)
    let count: StoredJSON = .integer(bookings.count)
    try audit(guest, "split", ["other": .text(id), "bookings": count], by: staff, now)
    var own = guest
    own.id = id
    try audit(own, "split", ["from": .text(guest.id), "bookings": count], by: staff, now)
    return id
  }

  private func mergedRow(of guest: Guest, _ key: GuestKey) throws -> String? {
    guard key.email != nil || key.phone != nil else { return nil }
    return try db.first(
      """
      SELECT id FROM guests WHERE merged_into = ? AND folded_name = ? AND (email = ? OR phone = ?)
      ORDER BY created_at, id LIMIT 1
      """, [guest.id, GuestName.folded(key.name), key.email, key.phone]
    ) { $0["id"] as String }
  }

  private func insertGuest(_ id: String, _ key: GuestKey, _ booking: Booking, now: Instant) throws {
    try db.insert(
      into: "guests",
      [
        "id": id, "restaurant_id": booking.restaurant.id, "name": key.name,
        "folded_name": GuestName.folded(key.name), "email": key.email, "phone": key.phone,
        "created_at": now.seconds,
      ])
  }

  /// Contact that a guest has from bookings which are not theirs any more is not theirs either: it would bring the
  /// next booking back to them.
  private func forget(_ key: GuestKey, of guest: Guest) throws {
    for (column, value) in [("email", key.email), ("phone", key.phone)] {
      guard let value else { continue }
      try db.run(
        """
        UPDATE guests SET \(column) = NULL WHERE id = ? AND \(column) = ? AND NOT EXISTS (
          SELECT 1 FROM bookings WHERE guest_id = guests.id
            AND lower(coalesce(normalised_\(column), \(column))) = guests.\(column))
        """, [guest.id, value])
    }
  }

  func audit(
    _ guest: Guest, _ action: String, _ detail: [String: StoredJSON], by staff: StaffFacts, _ now: Instant
  ) throws {
    try audit(
      AuditEntry(
        at: now, restaurantID: guest.restaurant.id, staffID: staff.id, staffRole: staff.role,
        action: "guest.\(action)", guestID: guest.id, detail: detail))
  }
}
