/// What was taken out when a guest was erased.
package struct ErasedGuest: Hashable, Sendable {
  package var id: String
  package var bookings: Int
  /// Effects that had not happened and will not.
  package var cancelled: Int
}

extension StoreWriter {
  /// Takes everything personal out of a guest and their bookings. Days, party sizes, statuses, points, decisions and
  /// the audit trail stay, and are nobody's. `staff` is nobody when it happened by itself.
  ///
  /// What was written over can still be read out of the file until `Store.sweep`.
  package func erase(_ guest: Guest, by staff: StaffFacts, now: Instant) throws -> ErasedGuest {
    let rows = try rowIDs(ofGuest: guest.id)
    let bookings = try db.all("SELECT id FROM bookings WHERE guest_id = ?", [guest.id]) { $0["id"] as String }
    let words = try ErasedWords(self, rows, guest.id)
    var cancelled = 0
    for id in bookings {
      cancelled += try eraseEffects(ofBooking: id, now: now)
      try erase(booking: id, words, now: now)
      try eraseRecords(ofBooking: id)
    }
    for id in try waitlist(ofGuest: guest.id) {
      cancelled += try eraseEffects(ofWaiting: id, now: now)
      try erase(waiting: id, now: now)
    }
    try db.run("UPDATE loyalty_entries SET reason = NULL WHERE guest_id = ?", [guest.id])
    for id in rows {
      try db.run(
        """
        UPDATE guests SET name = ?, folded_name = ?, email = NULL, phone = NULL, notes = NULL, allergies = NULL,
          tags = '[]', erased_at = ? WHERE id = ?
        """, [ErasedWords.name, GuestName.folded(ErasedWords.name), now.seconds, id])
    }
    try db.run(
      "INSERT INTO pending_sweep (id, since) VALUES (1, ?) ON CONFLICT (id) DO NOTHING", [now.seconds])
    let detail: [String: StoredJSON] = [
      "bookings": .integer(bookings.count), "byItself": .boolean(staff.id == nil),
    ]
    try audit(guest, "erased", detail, by: staff, now)
    return ErasedGuest(id: guest.id, bookings: bookings.count, cancelled: cancelled)
  }

  private func eraseEffects(ofBooking id: String, now: Instant) throws -> Int {
    try eraseEffects("booking_id", id, now: now)
  }

  func eraseEffects(ofWaiting id: String, now: Instant) throws -> Int {
    try eraseEffects("waitlist_id", id, now: now)
  }

  /// Nothing goes out to or about the guest any more. Points are sums, and are let come out right. `subject` is the
  /// column that says what an effect is about.
  private func eraseEffects(_ subject: String, _ id: String, now: Instant) throws -> Int {
    let waiting = try db.all(
      """
      SELECT id, attempts FROM effects
      WHERE \(subject) = ? AND action <> 'loyalty' AND state IN ('queued', 'sending', 'failed')
      """, [id]
    ) { (id: $0["id"] as Int, attempts: $0["attempts"] as Int) }
    for effect in waiting {
      try settle(
        effectID: effect.id, attempt: effect.attempts, .cancelled(reason: ErasedWords.reason), now: now)
    }
    try db.run(
      """
      UPDATE effects SET message = NULL, points_reason = NULL,
        reason = CASE WHEN reason IS NULL THEN NULL ELSE :reason END,
        skipped = CASE WHEN skipped IS NULL THEN NULL ELSE :reason END
      WHERE \(subject) = :id
      """, ["reason": ErasedWords.reason, "id": id])
    for table in ["effect_attempts", "webhook_deliveries"] {
      try db.run(
        """
        UPDATE \(table) SET reason = NULL
        WHERE reason IS NOT NULL AND effect_id IN (SELECT id FROM effects WHERE \(subject) = ?)
        """, [id])
    }
    return waiting.count
  }

  private func erase(booking id: String, _ words: ErasedWords, now: Instant) throws {
    guard let booking = try booking(id: id) else { return }
    try db.run(
      """
      UPDATE bookings SET name = ?, email = NULL, phone = NULL, normalised_email = NULL, normalised_phone = NULL,
        notes = NULL, staff_notes = NULL, table_name = NULL, marketing_opt_in = 0, answers = '{}', search_text = ?,
        override_reason = CASE WHEN override_by IS NULL THEN NULL ELSE ? END, issues = ?, seating = ?,
        booking_type = ?, label = ?, source = ?, version = version + 1, updated_at = ?
      WHERE id = ?
      """,
      [
        ErasedWords.name, GuestName.folded(booking.reference), ErasedWords.reason,
        StoredIssues.encode(booking.issues, withMessages: false), words.kept(booking.seating),
        words.kept(booking.bookingType), words.kept(booking.label),
        words.kept(booking.source) ?? booking.mode,
        now.seconds, id,
      ])
  }

  private func eraseRecords(ofBooking id: String) throws {
    try db.run("UPDATE notices SET message = NULL WHERE booking_id = ?", [id])
    try db.run("DELETE FROM idempotency WHERE booking_id = ?", [id])
    let steps = try db.all("SELECT id, issues FROM booking_transitions WHERE booking_id = ?", [id]) {
      (id: $0["id"] as Int, issues: StoredIssues.decode($0["issues"]))
    }
    for step in steps {
      try db.run(
        """
        UPDATE booking_transitions SET reason = NULL, override_reason = NULL, table_before = NULL, issues = ?
        WHERE id = ?
        """, [StoredIssues.encode(step.issues, withMessages: false), step.id])
    }
  }
}

/// What a guest was known by, to be found where a rule may have put it.
struct ErasedWords {
  static let name = "Erased guest"
  static let reason = "the guest was erased"

  private var words: Set<String> = []

  init(_ reader: some StoreReading, _ rows: [String], _ guest: String) throws {
    let rows = InList(rows)
    let sources = [
      ("SELECT name, email, phone FROM guests WHERE id \(rows.condition)", rows.values),
      ("SELECT name, email, phone FROM bookings WHERE guest_id = ?", [guest]),
      (
        "SELECT name, normalised_email AS email, normalised_phone AS phone FROM bookings WHERE guest_id = ?",
        [guest]
      ),
    ]
    for (sql, arguments) in sources {
      let found = try reader.db.all(sql, StatementArguments(arguments)) {
        [$0["name"] as String?, $0["email"] as String?, $0["phone"] as String?]
      }
      for text in found.joined() {
        guard let folded = text.map(GuestName.folded) else { continue }
        words.formUnion(([folded] + folded.split(separator: " ").map { String($0) }).filter { $0.count >= 3 })
      }
    }
  }

  /// A text that a rule or the house has put together, unless it says who it is about.
  func kept(_ text: String?) -> String? {
    guard let text else { return nil }
    let folded = GuestName.folded(text)
    return words.contains { folded.contains($0) } ? nil : text
  }
}

extension StoreReading {
  /// Whether something is on its way to a guest this very moment.
  package func isBeingSent(toGuest id: String, now: Instant) throws -> Bool {
    if try isBeingSent(toWaiting: waitlist(ofGuest: id), now: now) { return true }
    return try db.exists(
      """
      SELECT 1 FROM effects e JOIN bookings b ON b.id = e.booking_id
      WHERE b.guest_id = ? AND e.state = 'sending' AND e.leased_until >= ? AND e.action <> 'loyalty' LIMIT 1
      """, [id, now.seconds])
  }

  /// The numbers of the emails that were ever meant for guests who are erased by now.
  package func emailsOfErasedGuests() throws -> [Int] {
    try db.all(
      """
      SELECT e.id FROM guests g CROSS JOIN bookings b CROSS JOIN effects e
      WHERE g.erased_at IS NOT NULL AND b.guest_id = g.id AND e.booking_id = b.id AND e.action = 'email'
      UNION ALL
      SELECT e.id FROM waitlist w CROSS JOIN effects e
      WHERE w.erased_at IS NOT NULL AND e.waitlist_id = w.id AND e.action = 'email'
      """
    ) { $0["id"] as Int }
  }

  /// Guests whose last booking was over before a moment, and who have nothing to come.
  package func guests(quietSince moment: Instant, limit: Int, now: Instant) throws -> [Guest] {
    try db.all(
      """
      SELECT id FROM guests g WHERE merged_into IS NULL AND erased_at IS NULL AND created_at < :moment
        AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.guest_id = g.id AND b.ends_at >= :moment)
      ORDER BY id LIMIT :limit
      """, ["moment": moment.seconds, "limit": limit]
    ) { $0["id"] as String }.compactMap { try guest(id: $0, now: now) }
  }

  package func isSweepPending() throws -> Bool {
    try db.exists("SELECT 1 FROM pending_sweep", [])
  }
}
