import Foundation

/// A change as it is written.
package struct ChangeRecord: Sendable {
  /// The booking as it is from now on; its version and time of change are the store's to set.
  package var booking: Booking
  /// The fields that are not what they were, in the rules' spelling.
  package var changed: Set<String>
  package var at: Instant
  package var staff: StaffFacts
  /// What the guest is known by from now on; nil when nothing about them has changed.
  package var guestKey: GuestKey?
  /// The id of the guest's row, should the guest be new.
  package var newGuestID = ""
  /// The decision that let it pass; nil when no rule was asked.
  package var decision: DecisionRecord?
  /// The files of the decision's revision.
  package var ruleFiles: [String: String] = [:]
  package var effects: [StoredEffect] = []

  package init(booking: Booking, changed: Set<String>, at: Instant, staff: StaffFacts) {
    self.booking = booking
    self.changed = changed
    self.at = at
    self.staff = staff
  }
}

extension StoreWriter {
  /// Changes a booking, with a line of the audit trail, the decision, and what follows. `before` is the booking as it
  /// is in this transaction. Returns it as it is then.
  package func record(_ change: ChangeRecord, of before: Booking) throws -> Booking {
    var booking = change.booking
    booking.version = before.version + 1
    booking.updatedAt = change.at
    try update(booking, from: before.version, isAgreed: change.decision != nil)
    if let key = change.guestKey { try rename(booking, to: key, change) }
    if let decision = change.decision {
      try storeRevision(
        decision.revision, files: change.ruleFiles, contractVersion: decision.contractVersion, at: change.at)
      try insert(decision, bookingID: booking.id)
    }
    try audit(.changed(change, from: before))
    try adapt(booking, before, now: change.at)
    try append(change.effects, toBooking: booking.id, following: nil, now: change.at)
    guard let after = try self.booking(id: booking.id) else {
      throw StoreError.failed("The booking is not where it was.")
    }
    return after
  }

  private func update(_ booking: Booking, from version: Int, isAgreed: Bool) throws {
    let row = booking.columns(guestID: "", contractVersion: 0).filter { !Self.fixed.contains($0.key) }
    let sets = row.map { "\($0.key) = ?" } + ["changes = changes + ?"]
    var arguments = row.map(\.value)
    arguments += [isAgreed ? 1 : 0, booking.id, version]
    try db.run(
      "UPDATE bookings SET \(sets.joined(separator: ", ")) WHERE id = ? AND version = ?",
      StatementArguments(arguments))
    guard db.changesCount == 1 else {
      throw StoreError.failed("The booking changed under its own transaction.")
    }
  }

  /// Columns of a booking that a change leaves alone.
  private static let fixed: Set<String> = [
    "id", "reference", "restaurant_id", "guest_id", "mode", "status", "source", "label", "staff_id",
    "staff_role",
    "revision", "contract_version", "created_at",
  ]

  // MARK: The guest

  /// Whose booking it is under another name or contact: a guest who is known by that; else the one it was, when
  /// nobody else's booking hangs on them and they have not been erased; else a new one. Points that were given for it
  /// go along.
  private func rename(_ booking: Booking, to key: GuestKey, _ change: ChangeRecord) throws {
    let old = try db.first("SELECT guest_id FROM bookings WHERE id = ?", [booking.id]) {
      $0["guest_id"] as String
    }
    guard let old else { return }
    var guest = try guestRow(matching: key, atRestaurant: booking.restaurant.id)?.id
    if guest == nil {
      let isShared = try db.exists(
        """
        SELECT 1 FROM bookings WHERE guest_id = ? AND id <> ?
        UNION ALL SELECT 1 FROM guests WHERE id = ? AND erased_at IS NOT NULL LIMIT 1
        """, [old, booking.id, old])
      guest = isShared ? change.newGuestID : old
      try isShared ? insertGuest(change.newGuestID, key, booking) : updateGuest(old, key)
    }
    guard let guest, guest != old else { return }
    try db.run("UPDATE bookings SET guest_id = ? WHERE id = ?", [guest, booking.id])
    try db.run("UPDATE loyalty_entries SET guest_id = ? WHERE booking_id = ?", [guest, booking.id])
  }

  private func insertGuest(_ id: String, _ key: GuestKey, _ booking: Booking) throws {
    try db.insert(
      into: "guests",
      [
        "id": id, "restaurant_id": booking.restaurant.id, "name": key.name,
        "folded_name": GuestName.folded(key.name), "email": key.email, "phone": key.phone,
        "created_at": booking.updatedAt.seconds,
      ])
  }

  private func updateGuest(_ id: String, _ key: GuestKey) throws {
    try db.run(
      "UPDATE guests SET name = ?, folded_name = ?, email = ?, phone = ? WHERE id = ?",
      [key.name, GuestName.folded(key.name), key.email, key.phone, id])
  }

  // MARK: What was to follow

  /// What was to follow goes by the booking as it is now: reminders by its start, emails by whether there is an
  /// address.
  private func adapt(_ booking: Booking, _ before: Booking, now: Instant) throws {
    let rows = try db.all(
      "SELECT * FROM effects WHERE booking_id = ? AND action = 'email' AND state IN ('queued', 'skipped')",
      [booking.id]
    ) { (effect: try StoredEffect(row: $0), id: $0["id"] as Int, attempts: $0["attempts"] as Int) }
    for row in rows {
      if row.effect.state == .queued, booking.email == nil {
        let reason = "the email address was taken away"
        try settle(effectID: row.id, attempt: row.attempts, .cancelled(reason: reason), now: now)
      } else if case .email(_, let minutes?) = row.effect.effect.action {
        try retime(row.id, row.effect, minutes, booking, before, now: now)
      }
    }
  }

  /// A reminder that waits, or was left out for want of an address or of time, for the booking as it is now.
  private func retime(
    _ id: Int, _ effect: StoredEffect, _ minutes: Int, _ booking: Booking, _ before: Booking, now: Instant
  ) throws {
    let isMoved = booking.startsAt != before.startsAt
    let hadNoAddress = effect.state == .skipped && effect.reason == Effect.noAddress
    let hadNoTime = effect.state == .skipped && effect.reason == EffectTiming.tooLate
    guard
      (effect.state == .queued && isMoved) || (hadNoAddress && booking.email != nil) || (hadNoTime && isMoved)
    else { return }
    let due = booking.startsAt.adding(minutes: -minutes)
    if due < now {
      try db.run(
        "UPDATE effects SET state = 'skipped', reason = ?, due_at = ?, expires_at = ? WHERE id = ?",
        [EffectTiming.tooLate, due.seconds, booking.startsAt.seconds, id])
    } else {
      try db.run(
        "UPDATE effects SET state = 'queued', reason = NULL, due_at = ?, expires_at = ? WHERE id = ?",
        [due.seconds, booking.startsAt.seconds, id])
    }
  }
}

extension AuditEntry {
  /// Which fields changed, and the plan before and after: what is nobody's personal data.
  fileprivate static func changed(_ change: ChangeRecord, from before: Booking) -> AuditEntry {
    AuditEntry(
      at: change.at, restaurantID: before.restaurant.id, staffID: change.staff.id,
      staffRole: change.staff.role,
      action: "booking.changed", bookingID: before.id,
      detail: [
        "fields": .array(change.changed.sorted().map { .text($0) }), "from": plan(before),
        "to": plan(change.booking),
        "override": .boolean(change.booking.override != before.override),
      ]
    ).approved(by: change.booking.override == before.override ? nil : change.booking.override?.by)
  }

  private static func plan(_ booking: Booking) -> StoredJSON {
    .object([
      "date": .text(booking.start.date.description), "time": .text(booking.start.time),
      "party": .integer(booking.party), "covers": .integer(booking.covers),
    ])
  }
}
