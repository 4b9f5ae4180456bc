/// Something that was done to a booking.
package struct HistoryEntry: Hashable, Sendable {
  package var at: Instant
  /// `booking.cancelled`
  package var action: String
  package var staffID: String?
  /// Nil when the account is gone.
  package var staffEmail: String?
  package var staffRole: Role?
  package var from: BookingStatus?
  package var to: BookingStatus?
  package var reason: String?
  package var overrideReason: String?
  /// A colleague whose word let it pass.
  package var approvedBy: Approver?
  /// What a change has changed, in the rules' spelling.
  package var fields: [String] = []
  /// When and how many, before and after a change.
  package var before: Plan?
  package var after: Plan?

  package struct Approver: Hashable, Sendable {
    package var id: String
    /// Nil when the account is gone.
    package var email: String?
  }

  package struct Plan: Hashable, Sendable {
    package var date: String
    package var time: String
    package var party: Int
    package var covers: Int
  }
}

extension StoreReading {
  /// What has been done to a booking, in order: the audit trail, with what staff wrote beside it. What was done to its
  /// guest's entry that touches bookings is among it.
  package func history(ofBooking id: String) throws -> [HistoryEntry] {
    try db.all(
      """
      SELECT a.at, a.action, a.staff_id, a.staff_role, a.detail, s.email, t.reason, t.override_reason,
        (SELECT p.email FROM staff p WHERE p.id = a.detail ->> 'approvedBy') AS approver
      FROM audit a LEFT JOIN staff s ON s.id = a.staff_id
        LEFT JOIN booking_transitions t ON t.booking_id = a.booking_id AND t.audit_id = a.id
      WHERE a.booking_id = ? OR (a.action IN ('guest.merged', 'guest.split', 'guest.erased') AND a.guest_id IN (
        SELECT g.id FROM bookings b JOIN guests g ON g.id = b.guest_id OR g.merged_into = b.guest_id WHERE b.id = ?))
      ORDER BY a.id
      """, [id, id], HistoryEntry.init(row:))
  }

  /// What has been done to a guest's entry in the book, in order.
  package func history(ofGuest id: String) throws -> [HistoryEntry] {
    let rows = InList(try rowIDs(ofGuest: id))
    return try db.all(
      """
      SELECT a.at, a.action, a.staff_id, a.staff_role, a.detail, s.email, NULL AS reason, NULL AS override_reason
      FROM audit a LEFT JOIN staff s ON s.id = a.staff_id
      WHERE a.guest_id \(rows.condition) ORDER BY a.id
      """, StatementArguments(rows.values), HistoryEntry.init(row:))
  }
}

extension HistoryEntry {
  fileprivate init(row: Row) {
    let detail = StoredJSON.parse(row["detail"])?.object ?? [:]
    self.init(
      at: row.instant("at"), action: row["action"], staffID: row["staff_id"], staffEmail: row["email"],
      staffRole: (row["staff_role"] as String?).flatMap(Role.init),
      from: detail["from"]?.text.flatMap(BookingStatus.init),
      to: (detail["to"] ?? detail["status"])?.text.flatMap(BookingStatus.init), reason: row["reason"],
      overrideReason: row["override_reason"],
      approvedBy: detail["approvedBy"]?.text.map { Approver(id: $0, email: row["approver"]) },
      fields: detail["fields"]?.array?.compactMap(\.text) ?? [],
      before: detail["from"].flatMap(Plan.init), after: detail["to"].flatMap(Plan.init))
  }
}

extension HistoryEntry.Plan {
  fileprivate init?(_ json: StoredJSON) {
    guard let plan = json.object, let date = plan["date"]?.text, let time = plan["time"]?.text,
      let party = plan["party"]?.integer, let covers = plan["covers"]?.integer
    else { return nil }
    self.init(date: date, time: time, party: party, covers: covers)
  }
}
