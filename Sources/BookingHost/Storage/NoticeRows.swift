/// A word to staff.
package struct Notice: Hashable, Sendable {
  package var id: Int
  package var restaurantID: String
  package var reference: String?
  package var channel: String
  package var message: String?
  package var at: Instant
}

extension StoreReading {
  /// The number of the last notice before which none will be added any more, 0 when there is none.
  package func lastNoticeID() throws -> Int { try lastSettled("notices") }

  /// Notices after one and up to another, oldest first.
  package func notices(after id: Int, through last: Int, limit: Int) throws -> [Notice] {
    try db.all(
      """
      SELECT n.*, b.reference FROM notices n LEFT JOIN bookings b ON b.id = n.booking_id
      WHERE n.id > ? AND n.id <= ? ORDER BY n.id LIMIT ?
      """, [id, last, limit], Notice.init(row:))
  }

  /// A restaurant's latest notices, the latest first.
  package func notices(ofRestaurant id: String, limit: Int) throws -> [Notice] {
    try db.all(
      """
      SELECT n.*, b.reference FROM notices n LEFT JOIN bookings b ON b.id = n.booking_id
      WHERE n.restaurant_id = ? ORDER BY n.id DESC LIMIT ?
      """, [id, limit], Notice.init(row:))
  }
}

extension StoreWriter {
  /// Posts what a notification has to say, at the first attempt to deliver it and in the transaction that claims
  /// it: dashboards hear of it once, and at once, whatever becomes of the program that is told as well.
  func announce(_ job: EffectJob, now: Instant) throws {
    guard case .notify(let channel, let message) = job.effect.action, job.attempt == 1 else { return }
    try db.insert(
      into: "notices",
      [
        "restaurant_id": job.restaurant.id, "booking_id": job.entry == nil ? job.booking.id : nil,
        "channel": channel,
        "message": message, "at": now.seconds,
      ])
  }
}

extension Notice {
  init(row: Row) {
    self.init(
      id: row["id"], restaurantID: row["restaurant_id"], reference: row["reference"], channel: row["channel"],
      message: row["message"], at: row.instant("at"))
  }
}
