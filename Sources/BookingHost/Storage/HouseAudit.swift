/// What is written down of what managers do to a restaurant. Dashboards hear of each.
package enum HouseAction: String, CaseIterable, Hashable, Sendable {
  case detailsChanged = "restaurant.changed"
  case hoursChanged = "hours.changed"
  case closed = "restaurant.closed"
  case opened = "restaurant.opened"
  case servicesChanged = "services.changed"
  case capacityChanged = "capacity.changed"
  case staffInvited = "staff.invited"
  case staffRoleChanged = "staff.role_changed"
  case staffRevoked = "staff.revoked"
  /// A link was made with which somebody sets their password.
  case staffLinked = "staff.linked"
}

/// One line of what managers have done to a restaurant.
package struct HouseEvent: Hashable, Sendable {
  package var id: Int
  package var at: Instant
  package var action: HouseAction
  /// The email of who did it; nil when that account is gone.
  package var by: String?
  package var role: Role?
  package var differences: [SetupDifference]
}

extension StoreWriter {
  /// Has a line in the audit trail say who did what, from what, and to what. `stranded` are ids of bookings.
  package func audit(
    _ action: HouseAction, _ differences: [SetupDifference], stranded: [String] = [], by member: Membership,
    now: Instant
  ) throws {
    var detail: [String: StoredJSON] = [
      "changes": .array(
        differences.map {
          .object([
            "what": .text($0.what), "from": $0.from.map(StoredJSON.text) ?? .null,
            "to": $0.to.map(StoredJSON.text) ?? .null,
          ])
        })
    ]
    if !stranded.isEmpty { detail["stranded"] = .array(stranded.map(StoredJSON.text)) }
    try audit(
      AuditEntry(
        at: now, restaurantID: member.restaurantID, staffID: member.staffID, staffRole: member.role,
        action: action.rawValue, detail: detail))
  }
}

extension StoreReading {
  /// What managers have done to a restaurant, the latest first.
  package func houseEvents(ofRestaurant id: String, limit: Int) throws -> [HouseEvent] {
    try db.all(
      """
      SELECT a.id, a.at, a.action, a.staff_role, a.detail, f.email
      FROM audit a LEFT JOIN staff f ON f.id = a.staff_id
      WHERE a.restaurant_id = ? AND a.action IN (\(HouseAction.listed)) ORDER BY a.id DESC LIMIT ?
      """, [id, limit], HouseEvent.init(row:))
  }
}

extension HouseAction {
  /// For SQL.
  static let listed = allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
}

extension HouseEvent {
  init(row: Row) throws {
    let detail = StoredJSON.parse(row["detail"])?.object ?? [:]
    let differences = (detail["changes"]?.array ?? []).compactMap { change -> SetupDifference? in
      guard let change = change.object, let what = change["what"]?.text else { return nil }
      return SetupDifference(what: what, from: change["from"]?.text, to: change["to"]?.text)
    }
    self.init(
      id: row["id"], at: row.instant("at"), action: try row.word("action"), by: row["email"],
      role: (row["staff_role"] as String?).flatMap(Role.init), differences: differences)
  }
}
