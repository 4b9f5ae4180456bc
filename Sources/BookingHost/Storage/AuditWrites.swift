/// One line of the audit trail.
struct AuditEntry {
  var at: Instant
  var restaurantID: String?
  /// Who acted; for an account's own affairs, whose account it is.
  var staffID: String?
  var staffRole: Role?
  /// What was done: `booking.created`.
  var action: String
  var bookingID: String?
  /// Whom it is about where it is not about one booking.
  var guestID: String?
  /// The party on the waitlist that it is about.
  var waitlistID: String?
  /// Which things were given or chosen, never what a guest wrote.
  var detail: [String: StoredJSON] = [:]
}

extension AuditEntry {
  /// With the colleague whose word let it pass, where that was somebody else.
  func approved(by id: String?) -> AuditEntry {
    guard let id, id != staffID else { return self }
    var entry = self
    entry.detail["approvedBy"] = .text(id)
    return entry
  }
}

extension StoreWriter {
  /// Returns the number of the line.
  @discardableResult
  func audit(_ entry: AuditEntry) throws -> Int {
    try db.insertNumbered(
      into: "audit",
      [
        "at": entry.at.seconds, "restaurant_id": entry.restaurantID, "staff_id": entry.staffID,
        "staff_role": entry.staffRole?.rawValue, "action": entry.action, "booking_id": entry.bookingID,
        "guest_id": entry.guestID, "waitlist_id": entry.waitlistID,
        "detail": StoredJSON.object(entry.detail).encoded,
      ])
  }
}
