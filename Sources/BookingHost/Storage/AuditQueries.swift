/// Something that dashboards are told.
package enum FeedEvent: Hashable, Sendable {
  /// Something happened to a booking, or to how the restaurant is set up.
  case booking(BookingEvent)
  /// A rule had a word to staff.
  case notice(Notice)

  package var restaurantID: String {
    switch self {
    case .booking(let event): event.restaurantID
    case .notice(let notice): notice.restaurantID
    }
  }
}

extension FeedEvent {
  /// Whether somebody came, went, or has another role.
  package var isAboutStaff: Bool {
    guard case .booking(let event) = self else { return false }
    return event.action.hasPrefix("staff.")
  }
}

/// Something that happened to a booking, or to how a restaurant is set up.
package struct BookingEvent: Hashable, Sendable {
  /// Counts up.
  package var id: Int
  package var at: Instant
  package var restaurantID: String
  /// What was done: `booking.created`.
  package var action: String
  /// The booking's.
  package var reference: String?
  /// The id of the party on the waitlist that it is about.
  package var waitlistID: String?
}

extension StoreReading {
  /// The number of the last line of the audit trail before which no line will be added any more, 0 when it is empty.
  /// Costs next to nothing.
  package func lastAuditID() throws -> Int { try lastSettled("audit") }

  func lastSettled(_ table: String) throws -> Int {
    try db.first("SELECT coalesce(max(id), 0) AS id FROM \(table) \(db.engine.whereSettled)") {
      $0["id"] as Int
    } ?? 0
  }

  /// By how much the numbers of two lines of the audit trail, or of two notices, differ at most that come one after
  /// the other without a pause.
  package var numbersPerLine: Int { db.engine.numbersPerLine }

  /// What happened to bookings and to restaurants after a line of the audit trail, up to another, oldest first.
  package func bookingEvents(after id: Int, through last: Int, limit: Int) throws -> [BookingEvent] {
    try db.all(
      """
      SELECT a.id, a.at, a.restaurant_id, a.action, a.waitlist_id, b.reference
      FROM audit a LEFT JOIN bookings b ON b.id = a.booking_id
      WHERE a.id > ? AND a.id <= ? AND a.restaurant_id IS NOT NULL
        AND (a.booking_id IS NOT NULL OR a.waitlist_id IS NOT NULL OR a.action IN (\(HouseAction.listed))) ORDER BY a.id LIMIT ?
      """, [id, last, limit]
    ) {
      BookingEvent(
        id: $0["id"], at: $0.instant("at"), restaurantID: $0["restaurant_id"], action: $0["action"],
        reference: $0["reference"], waitlistID: $0["waitlist_id"])
    }
  }
}
