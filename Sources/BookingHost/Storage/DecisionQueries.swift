/// A decision as it was kept, with the booking it made.
package struct StoredDecision: Hashable, Sendable {
  package var record: DecisionRecord
  /// Nil for a refusal.
  package var bookingID: String?
}

/// The rule files of a revision, as it decided.
package struct StoredRevision: Hashable, Sendable {
  package var contractVersion: Int
  /// Text by path.
  package var files: [String: String]
}

/// Which refusals to list, newest first.
package struct RefusalQuery: Hashable, Sendable {
  package var restaurantIDs: [String]
  /// Made at this moment or later, and before the other.
  package var from: Instant?
  package var before: Instant?
  package var limit: Int

  package init(restaurantIDs: [String], from: Instant? = nil, before: Instant? = nil, limit: Int) {
    self.restaurantIDs = restaurantIDs
    self.from = from
    self.before = before
    self.limit = limit
  }
}

extension StoreReading {
  /// The decision with this id, at one of these restaurants.
  package func decision(id: String, restaurantIDs: [String]) throws -> StoredDecision? {
    let decision = try db.first("SELECT * FROM decisions WHERE id = ?", [id], StoredDecision.init(row:))
    return decision.flatMap { restaurantIDs.contains($0.record.restaurantID) ? $0 : nil }
  }

  /// The last decision on a booking; nil for one that was made before decisions were kept.
  package func decision(ofBooking id: String) throws -> StoredDecision? {
    try db.first(
      "SELECT * FROM decisions WHERE booking_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1", [id],
      StoredDecision.init(row:))
  }

  /// Attempts that made no booking, newest first.
  package func refusals(_ query: RefusalQuery) throws -> [StoredDecision] {
    let found = try query.restaurantIDs.flatMap { restaurantID in
      try db.all(
        """
        SELECT * FROM decisions WHERE booking_id IS NULL AND restaurant_id = ?
          AND created_at >= ? AND created_at < ? ORDER BY created_at DESC, id DESC LIMIT ?
        """,
        [restaurantID, query.from?.seconds ?? Int.min, query.before?.seconds ?? Int.max, query.limit],
        StoredDecision.init(row:))
    }
    let newest = found.sorted { ($0.record.createdAt, $0.record.id) > ($1.record.createdAt, $1.record.id) }
    return Array(newest.prefix(query.limit))
  }

  /// The files of a revision; nil when it was never taken up, nor made a booking.
  package func revision(_ revision: String) throws -> StoredRevision? {
    let version = try db.first(
      "SELECT contract_version FROM rule_revisions WHERE revision = ?", [revision]
    ) { $0["contract_version"] as Int }
    guard let version else { return nil }
    return StoredRevision(contractVersion: version, files: try ruleTexts(ofRevision: revision))
  }
}

extension StoredDecision {
  fileprivate init(row: Row) throws {
    record = DecisionRecord(
      id: row["id"], restaurantID: row["restaurant_id"], mode: row["mode"], action: try row.word("action"),
      revision: row["revision"], contractVersion: row["contract_version"], outcome: try row.word("outcome"),
      issues: StoredIssues.decode(row["issues"]), snapshot: row.bytes("snapshot"), staffID: row["staff_id"],
      createdAt: row.instant("created_at"))
    bookingID = row["booking_id"]
  }
}
