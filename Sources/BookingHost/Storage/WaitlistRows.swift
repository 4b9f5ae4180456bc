/// A step of a party on the list, as it is written.
package struct WaitlistStepRecord: Sendable {
  package var step: WaitlistStep
  /// The entry after it, but for its version.
  package var after: WaitlistEntry
  /// The id of the booking that it was seated with.
  package var bookingID: String?
  /// Who; nobody when it happened by itself.
  package var staff: StaffFacts
  package var at: Instant
  package var effects: [StoredEffect] = []
}

extension StoreReading {
  /// The parties of a service day in their order: those who still have a place in the line, or all.
  package func waitlist(
    ofRestaurant id: String, on date: CivilDate, all: Bool = false
  ) throws -> [WaitlistEntry] {
    try db.all(
      """
      \(WaitlistEntry.columns) WHERE w.restaurant_id = ? AND w.service_date = ? \(all ? "" : "AND w.ended_at IS NULL")
      ORDER BY w.number
      """, [id, date.description], WaitlistEntry.init(row:))
  }

  package func waitlistEntry(id: String) throws -> WaitlistEntry? {
    try db.first("\(WaitlistEntry.columns) WHERE w.id = ?", [id], WaitlistEntry.init(row:))
  }

  /// The party that goes by a number on a service day.
  package func waitlistEntry(
    number: Int, atRestaurant id: String, on date: CivilDate
  ) throws -> WaitlistEntry? {
    try db.first(
      "\(WaitlistEntry.columns) WHERE w.restaurant_id = ? AND w.service_date = ? AND w.number = ?",
      [id, date.description, number], WaitlistEntry.init(row:))
  }

  /// Parties who were never let go on service days before one.
  package func forgottenWaitlist(ofRestaurant id: String, before date: CivilDate) throws -> [WaitlistEntry] {
    try db.all(
      "\(WaitlistEntry.columns) WHERE w.restaurant_id = ? AND w.service_date < ? AND w.ended_at IS NULL",
      [id, date.description], WaitlistEntry.init(row:))
  }

  /// What is to happen, or has happened, because of a party's steps.
  package func effects(ofWaiting id: String) throws -> [StoredEffect] {
    try db.all(
      "SELECT * FROM effects WHERE waitlist_id = ? ORDER BY position", [id], StoredEffect.init(row:))
  }

  func nextWaitlistNumber(atRestaurant id: String, on date: CivilDate) throws -> Int {
    try db.first(
      "SELECT coalesce(max(number), 0) + 1 AS next FROM waitlist WHERE restaurant_id = ? AND service_date = ?",
      [id, date.description]
    ) { $0["next"] as Int } ?? 1
  }
}

extension StoreWriter {
  /// Puts a party on the list, behind all others of its service day. Returns it with its number.
  package func insert(_ entry: WaitlistEntry) throws -> WaitlistEntry {
    var entry = entry
    entry.number = try nextWaitlistNumber(atRestaurant: entry.restaurant.id, on: entry.serviceDate)
    try db.insert(
      into: "waitlist",
      [
        "id": entry.id, "restaurant_id": entry.restaurant.id, "service_date": entry.serviceDate.description,
        "number": entry.number, "mode": entry.mode, "party": entry.party, "name": entry.name,
        "email": entry.email, "phone": entry.phone, "normalised_email": entry.normalisedEmail,
        "normalised_phone": entry.normalisedPhone, "notes": entry.notes, "seating": entry.seating,
        "state": entry.state.rawValue, "quoted_minutes": entry.quotedMinutes,
        "added_at": entry.addedAt.seconds, "staff_id": entry.staff.id,
        "staff_role": entry.staff.role.rawValue, "updated_at": entry.updatedAt.seconds,
      ])
    try audit(
      AuditEntry(
        at: entry.addedAt, restaurantID: entry.restaurant.id, staffID: entry.staff.id,
        staffRole: entry.staff.role, action: "waitlist.added", waitlistID: entry.id,
        detail: [
          "code": .text(entry.code), "party": .integer(entry.party),
          "quotedMinutes": .integer(entry.quotedMinutes), "email": .boolean(entry.email != nil),
          "phone": .boolean(entry.phone != nil),
        ]))
    return entry
  }

  /// Has a party take a step: where it is, a line of the audit trail, and what follows. Throws `VersionConflict` when
  /// somebody else was first.
  package func record(_ record: WaitlistStepRecord) throws -> WaitlistEntry {
    let after = record.after
    try db.run(
      """
      UPDATE waitlist SET state = ?, called_at = ?, held_until = ?, has_returned = ?, ended_at = ?, reason = ?,
        booking_id = ?, version = version + 1, updated_at = ?
      WHERE id = ? AND version = ?
      """,
      [
        after.state.rawValue, after.calledAt?.seconds, after.heldUntil?.seconds, after.hasReturned,
        after.endedAt?.seconds, after.reason, record.bookingID, record.at.seconds, after.id, after.version,
      ])
    guard db.changesCount == 1 else {
      let current = try waitlistEntry(id: after.id)?.version ?? after.version
      throw VersionConflict(expected: after.version, current: current, subject: after.code)
    }
    try audit(line(record))
    try append(record.effects, toWaiting: after.id, now: record.at)
    guard let stored = try waitlistEntry(id: after.id) else {
      throw StoreError.failed("The party is not where it was.")
    }
    return stored
  }

  private func line(_ record: WaitlistStepRecord) -> AuditEntry {
    var detail: [String: StoredJSON] = [
      "code": .text(record.after.code), "reason": .boolean(record.after.reason != nil),
    ]
    if record.staff.id == nil { detail["byItself"] = .boolean(true) }
    if let booking = record.after.booking { detail["booking"] = .text(booking) }
    let action = record.step == .back ? "back" : record.after.state.rawValue
    return AuditEntry(
      at: record.at, restaurantID: record.after.restaurant.id, staffID: record.staff.id,
      staffRole: record.staff.role, action: "waitlist.\(action)", waitlistID: record.after.id, detail: detail)
  }

  private func append(_ effects: [StoredEffect], toWaiting id: String, now: Instant) throws {
    let next = try db.first(
      "SELECT coalesce(max(position), -1) + 1 AS next FROM effects WHERE waitlist_id = ?", [id]
    ) { $0["next"] as Int }
    for (offset, effect) in effects.enumerated() {
      let position = (next ?? 0) + offset
      try db.insert(into: "effects", effect.columns(waitlistID: id, position: position, createdAt: now))
    }
  }
}

extension WaitlistEntry {
  fileprivate static let columns = """
    SELECT w.*, r.slug, r.name AS restaurant_name, r.timezone, b.reference FROM waitlist w
    JOIN restaurants r ON r.id = w.restaurant_id LEFT JOIN bookings b ON b.id = w.booking_id
    """

  fileprivate init(row: Row) throws {
    self.init(
      id: row["id"], number: row["number"],
      restaurant: Booking.RestaurantName(
        id: row["restaurant_id"], slug: row["slug"], name: row["restaurant_name"]),
      zone: try row.zone("timezone"), serviceDate: try row.date("service_date"), mode: row["mode"],
      party: row["party"], name: row["name"], quotedMinutes: row["quoted_minutes"],
      addedAt: row.instant("added_at"),
      staff: Booking.StaffMark(id: row["staff_id"], role: try row.word("staff_role")))
    email = row["email"]
    phone = row["phone"]
    normalisedEmail = row["normalised_email"]
    normalisedPhone = row["normalised_phone"]
    notes = row["notes"]
    seating = row["seating"]
    state = try row.word("state")
    calledAt = (row["called_at"] as Int?).map(Instant.init(seconds:))
    heldUntil = (row["held_until"] as Int?).map(Instant.init(seconds:))
    hasReturned = row["has_returned"]
    endedAt = (row["ended_at"] as Int?).map(Instant.init(seconds:))
    reason = row["reason"]
    booking = row["reference"]
    version = row["version"]
    updatedAt = row.instant("updated_at")
  }
}
