/// One entry of a guest's loyalty account.
package struct LoyaltyEntry: Hashable, Sendable {
  package var bookingID: String?
  package var points: Int
  package var reason: String?
  package var at: Instant
}

extension StoreReading {
  /// The points of a guest: the sum of the entries.
  package func points(ofGuest id: String) throws -> Int {
    try db.first("SELECT coalesce(sum(points), 0) AS points FROM loyalty_entries WHERE guest_id = ?", [id]) {
      $0["points"] as Int
    } ?? 0
  }

  /// What a booking's guest was given and taken for it, in order.
  package func loyalty(ofBooking id: String) throws -> [LoyaltyEntry] {
    try db.all("SELECT * FROM loyalty_entries WHERE booking_id = ? ORDER BY id", [id]) {
      LoyaltyEntry(
        bookingID: $0["booking_id"], points: $0["points"], reason: $0["reason"], at: $0.instant("at"))
    }
  }
}

extension StoreWriter {
  /// Makes a loyalty effect happen: the entry and the effect's new state in one transaction, so that no effect
  /// ever makes two entries, whatever stops in between.
  package func award(_ job: EffectJob, lease: String, now: Instant) throws {
    guard case .loyalty(let points, let reason) = job.effect.action,
      try finish(job, lease: lease, .delivered, now: now), points != 0
    else { return }
    let guest = try db.first("SELECT guest_id FROM bookings WHERE id = ?", [job.booking.id]) {
      $0["guest_id"] as String
    }
    try db.insert(
      into: "loyalty_entries",
      [
        "guest_id": guest, "restaurant_id": job.restaurant.id, "booking_id": job.booking.id,
        "effect_id": job.id, "points": points, "reason": reason, "at": now.seconds,
      ])
  }
}
