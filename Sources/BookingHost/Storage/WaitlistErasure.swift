extension StoreReading {
  /// Where a guest has stood in line: what they were seated from, and, as who leaves is in no guest book, what has their
  /// email or phone.
  func waitlist(ofGuest id: String) throws -> [String] {
    let rows = InList(try rowIDs(ofGuest: id))
    let contacts = try db.all(
      """
      SELECT email, phone FROM guests WHERE id \(rows.condition)
      UNION SELECT normalised_email, normalised_phone FROM bookings WHERE guest_id = ?
      UNION SELECT email, phone FROM bookings WHERE guest_id = ?
      """, StatementArguments(rows.values + [id, id])
    ) { (email: $0["email"] as String?, phone: $0["phone"] as String?) }
    let emails = InList(Set(contacts.compactMap { $0.email?.lowercased() }))
    let phones = InList(Set(contacts.compactMap(\.phone)))
    return try db.all(
      """
      SELECT id FROM waitlist WHERE booking_id IN (SELECT id FROM bookings WHERE guest_id = ?)
      UNION
      SELECT id FROM waitlist WHERE restaurant_id = (SELECT restaurant_id FROM guests WHERE id = ?)
        AND (lower(email) \(emails.condition) OR lower(normalised_email) \(emails.condition)
          OR phone \(phones.condition) OR normalised_phone \(phones.condition))
      """, StatementArguments([id, id] + emails.values + emails.values + phones.values + phones.values)
    ) { $0["id"] as String }
  }

  func isBeingSent(toWaiting ids: [String], now: Instant) throws -> Bool {
    guard !ids.isEmpty else { return false }
    let entries = InList(ids)
    return try db.exists(
      """
      SELECT 1 FROM effects WHERE waitlist_id \(entries.condition) AND state = 'sending' AND leased_until >= ?
      LIMIT 1
      """, StatementArguments(entries.values + [now.seconds] as [any Storable]))
  }

  /// Entries of service days before one that still say who it was.
  package func namedWaitlist(before date: CivilDate, limit: Int) throws -> [String] {
    try db.all(
      "SELECT id FROM waitlist WHERE service_date < ? AND erased_at IS NULL ORDER BY service_date LIMIT ?",
      [date.description, limit]
    ) { $0["id"] as String }
  }
}

extension StoreWriter {
  /// Takes everything personal out of an entry. How many they were, how long they waited and how it ended stays. Who
  /// still waits has left.
  func erase(waiting id: String, now: Instant) throws {
    try db.run(
      """
      UPDATE waitlist SET name = ?, email = NULL, phone = NULL, normalised_email = NULL, normalised_phone = NULL,
        notes = NULL, seating = NULL, reason = NULL, state = CASE WHEN state = 'seated' THEN state ELSE 'left' END,
        ended_at = coalesce(ended_at, ?), erased_at = ?, version = version + 1, updated_at = ?
      WHERE id = ?
      """, [ErasedWords.name, now.seconds, now.seconds, now.seconds, id])
  }

  /// Takes the names out of entries whose service day is long over. What is being sent waits for the next time.
  package func eraseWaitlist(before date: CivilDate, limit: Int, now: Instant) throws -> Int {
    let ids = try namedWaitlist(before: date, limit: limit).filter {
      try !isBeingSent(toWaiting: [$0], now: now)
    }
    for id in ids {
      _ = try eraseEffects(ofWaiting: id, now: now)
      try erase(waiting: id, now: now)
    }
    return ids.count
  }
}
