/// A step as it is written: what happens to the booking, who has it happen and why, and what follows.
package struct TransitionRecord: Sendable {
  package var change: StatusChange
  /// The table from now on.
  package var table: String?
  package var at: Instant
  package var staff: StaffFacts
  /// In staff's own words.
  package var reason: String?
  package var overrideReason: String?
  /// The role that the override needed.
  package var overriddenAs: Role?
  /// What the rules found and let pass.
  package var issues: [Issue]
  package var effects: [StoredEffect]

  package init(
    change: StatusChange, table: String?, at: Instant, staff: StaffFacts, reason: String? = nil,
    overrideReason: String? = nil, issues: [Issue] = [], effects: [StoredEffect] = []
  ) {
    self.change = change
    self.table = table
    self.at = at
    self.staff = staff
    self.reason = reason
    self.overrideReason = overrideReason
    self.issues = issues
    self.effects = effects
  }
}

extension StoreReading {
  /// The steps that a booking has taken, in order.
  package func transitions(ofBooking id: String) throws -> [Transition] {
    try db.all(
      "SELECT * FROM booking_transitions WHERE booking_id = ? ORDER BY id", [id], Transition.init(row:))
  }

  /// The loyalty points that have been given for a booking and not taken back, those on their way included.
  package func points(ofBooking id: String) throws -> Int {
    try db.first(
      """
      SELECT coalesce(sum(points), 0) AS points FROM effects
      WHERE booking_id = ? AND action = 'loyalty' AND state IN ('queued', 'sending', 'delivered')
      """, [id]
    ) { $0["points"] as Int } ?? 0
  }
}

extension StoreWriter {
  /// Has a booking take a step: its status, a line of the audit trail, what follows, and what does not follow any
  /// more. `booking` is as it is in this transaction. Returns it as it is then.
  package func record(_ step: TransitionRecord, of booking: Booking) throws -> Booking {
    try db.run(
      """
      UPDATE bookings SET status = ?, table_name = ?, version = version + 1, updated_at = ?,
        override_reason = coalesce(?, override_reason),
        override_by = CASE WHEN CAST(? AS TEXT) IS NULL THEN override_by ELSE ? END
      WHERE id = ? AND version = ?
      """,
      [
        step.change.to.rawValue, step.table, step.at.seconds, step.overrideOfRoom, step.overrideOfRoom,
        step.overrideBy, booking.id, booking.version,
      ])
    guard db.changesCount == 1 else {
      throw StoreError.failed("The booking changed under its own transaction.")
    }
    let id = try insert(step, booking)
    // First, so that what a later step may have go out again after all is not put aside for good.
    try stopOvertaken(booking, step.change.to, by: id, now: step.at)
    if let back = step.change.takesBack { try takeBack(back.id, booking, by: id, now: step.at) }
    try restart(booking, step.change.to, now: step.at)
    try append(step.effects, toBooking: booking.id, following: id, now: step.at)
    guard let after = try self.booking(id: booking.id) else {
      throw StoreError.failed("The booking is not where it was.")
    }
    return after
  }

  private func insert(_ step: TransitionRecord, _ booking: Booking) throws -> Int {
    let change = step.change
    let auditID = try audit(
      AuditEntry(
        at: step.at, restaurantID: booking.restaurant.id, staffID: step.staff.id, staffRole: step.staff.role,
        action: change.isUndo ? "booking.undone" : "booking.\(change.to.rawValue)", bookingID: booking.id,
        detail: [
          "from": .text(change.from.rawValue), "to": .text(change.to.rawValue),
          "reason": .boolean(step.reason != nil), "override": .boolean(step.overrideReason != nil),
        ]
      ).approved(by: step.overrideBy))
    return try db.insertNumbered(
      into: "booking_transitions",
      [
        "booking_id": booking.id, "audit_id": auditID, "at": step.at.seconds, "staff_id": step.staff.id,
        "from_status": change.from.rawValue, "to_status": change.to.rawValue, "is_undo": change.isUndo,
        "takes_back": change.takesBack?.id, "table_before": booking.table, "reason": step.reason,
        "override_reason": step.overrideReason, "issues": StoredIssues.encode(step.issues),
      ])
  }

  // MARK: Effects

  /// Sets back what followed a step: what has not happened will not, and points go the other way, those included
  /// that are on their way: whatever is taken back once more then has something to take back.
  private func takeBack(_ step: Int, _ booking: Booking, by id: Int, now: Instant) throws {
    let rows = try db.all(
      "SELECT id, action, state, attempts, points FROM effects WHERE follows = ?", [step]
    ) {
      (
        id: $0["id"] as Int, isPoints: ($0["action"] as String) == "loyalty", state: $0["state"] as String,
        attempts: $0["attempts"] as Int, points: $0["points"] as Int?
      )
    }
    var back: [StoredEffect] = []
    for row in rows {
      if row.isPoints {
        guard ["queued", "sending", "delivered"].contains(row.state), let points = row.points else {
          continue
        }
        back.append(StoredEffect(Effect(action: .loyalty(points: -points, reason: "taken back"))))
      } else if row.state == "queued" {
        try settle(
          effectID: row.id, attempt: row.attempts, .cancelled(reason: "what it follows was taken back"),
          now: now)
      }
    }
    try append(back.map { $0.following("undone") }, toBooking: booking.id, following: id, now: now)
  }

  /// Has emails not go out that the booking's new status makes no sense of.
  private func stopOvertaken(_ booking: Booking, _ status: BookingStatus, by id: Int, now: Instant) throws {
    for (effect, row) in try emails(booking, "state = 'queued'") {
      guard let reason = effect.effect.action.overtaken(after: effect.trigger, by: status) else { continue }
      try settle(effectID: row.id, attempt: row.attempts, .cancelled(reason: reason), now: now)
      try db.run("UPDATE effects SET stopped_by = ? WHERE id = ?", [id, row.id])
    }
  }

  /// Puts emails back in line that a status had overtaken which the booking has not any more.
  private func restart(_ booking: Booking, _ status: BookingStatus, now: Instant) throws {
    for (effect, row) in try emails(booking, "state = 'skipped' AND stopped_by IS NOT NULL") {
      guard effect.effect.action.overtaken(after: effect.trigger, by: status) == nil,
        effect.expiresAt.map({ $0 > now }) ?? true
      else { continue }
      try db.run(
        "UPDATE effects SET state = 'queued', reason = NULL, stopped_by = NULL WHERE id = ?", [row.id])
    }
  }

  private func emails(
    _ booking: Booking, _ condition: String
  ) throws -> [(StoredEffect, (id: Int, attempts: Int))] {
    try db.all(
      "SELECT * FROM effects WHERE booking_id = ? AND action = 'email' AND \(condition) ORDER BY position",
      [booking.id]
    ) { (try StoredEffect(row: $0), (id: $0["id"] as Int, attempts: $0["attempts"] as Int)) }
  }

  /// Adds what follows a later event of a booking. What is to happen anyway is not added again.
  func append(
    _ effects: [StoredEffect], toBooking id: String, following step: Int?, now: Instant
  ) throws {
    guard !effects.isEmpty else { return }
    let waiting = try db.all(
      "SELECT * FROM effects WHERE booking_id = ? AND action = 'email' AND state = 'queued'", [id],
      StoredEffect.init(row:)
    ).map(\.effect.action)
    let added = effects.filter { $0.state != .queued || !waiting.contains($0.effect.action) }
    try append(added, toBooking: id, step: step, now: now)
  }
}

extension TransitionRecord {
  /// The reason of an override that let a booking have room again: it is the booking's from then on.
  /// Whose word let it pass, where one was needed.
  fileprivate var overrideBy: String? {
    guard overrideReason != nil else { return nil }
    return overriddenAs.flatMap { staff.overrider(as: $0) } ?? staff.id
  }

  fileprivate var overrideOfRoom: String? { change.takesRoom ? overrideReason : nil }
}

extension StoredEffect {
  fileprivate func following(_ trigger: String) -> StoredEffect {
    var effect = self
    effect.trigger = trigger
    return effect
  }
}

extension Transition {
  fileprivate init(row: Row) throws {
    self.init(
      id: row["id"], from: try row.word("from_status"), to: try row.word("to_status"), at: row.instant("at"),
      isUndo: row["is_undo"], takesBack: row["takes_back"], tableBefore: row["table_before"])
  }
}
