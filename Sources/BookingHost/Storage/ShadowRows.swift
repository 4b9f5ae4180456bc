/// How often a candidate has decided beside the live rules.
package struct ShadowRun: Hashable, Sendable {
  package var candidate: String
  package var directory: String
  package var since: Instant
  package var lastAt: Instant
  package var decided: Int
  package var differed: Int
  /// Requests at which a rule of the candidate failed.
  package var failed: Int
}

/// One request to which the candidate said something else.
package struct ShadowDifference: Hashable, Sendable {
  package var at: Instant
  package var restaurantID: String
  /// Nil for an attempt that was refused.
  package var reference: String?
  package var mode: String
  package var liveOutcome: String
  package var liveIssues: [Issue]
  package var candidateOutcome: String
  package var candidateIssues: [Issue]
  package var effectsDiffer: Bool
}

extension StoreReading {
  /// Every candidate that has decided in the shadow, the latest first.
  package func shadowRuns() throws -> [ShadowRun] {
    try db.all("SELECT * FROM shadow_runs ORDER BY last_at DESC, candidate") {
      ShadowRun(
        candidate: $0["candidate"], directory: $0["directory"], since: $0.instant("since"),
        lastAt: $0.instant("last_at"), decided: $0["decided"], differed: $0["differed"], failed: $0["failed"])
    }
  }

  /// Where a candidate differed at some restaurants, the latest first.
  package func shadowDifferences(
    candidate: String, restaurantIDs: [String], limit: Int
  ) throws -> [ShadowDifference] {
    guard !restaurantIDs.isEmpty else { return [] }
    let restaurants = InList(restaurantIDs)
    return try db.all(
      """
      SELECT d.*, b.reference FROM shadow_differences d LEFT JOIN bookings b ON b.id = d.booking_id
      WHERE d.candidate = ? AND d.restaurant_id \(restaurants.condition)
      ORDER BY d.id DESC LIMIT ?
      """, StatementArguments([candidate] + restaurants.values + [limit] as [any Storable])
    ) {
      ShadowDifference(
        at: $0.instant("at"), restaurantID: $0["restaurant_id"], reference: $0["reference"],
        mode: $0["mode"], liveOutcome: $0["live_outcome"],
        liveIssues: StoredIssues.decode($0["live_issues"]), candidateOutcome: $0["candidate_outcome"],
        candidateIssues: StoredIssues.decode($0["candidate_issues"]), effectsDiffer: $0["effects_differ"])
    }
  }
}

extension StoreWriter {
  /// Counts a comparison, and keeps it when the two differ: the newest 5,000 of each candidate.
  package func record(_ comparison: Shadow.Comparison) throws {
    try db.run(
      """
      INSERT INTO shadow_runs (candidate, directory, since, last_at, decided, differed, failed)
      VALUES (?, ?, ?, ?, 1, ?, ?)
      ON CONFLICT (candidate) DO UPDATE SET last_at = excluded.last_at, directory = excluded.directory,
        decided = shadow_runs.decided + 1, differed = shadow_runs.differed + excluded.differed,
        failed = shadow_runs.failed + excluded.failed
      """,
      [
        comparison.candidate, comparison.directory, comparison.at.seconds, comparison.at.seconds,
        comparison.isEqual ? 0 : 1, comparison.shadow.hasFailed ? 1 : 0,
      ])
    if comparison.isEqual { return }
    try insert(comparison)
    try db.run(
      """
      DELETE FROM shadow_differences WHERE id IN (
        SELECT id FROM shadow_differences WHERE candidate = ? ORDER BY id DESC LIMIT 100 OFFSET 5000)
      """, [comparison.candidate])
  }

  private func insert(_ comparison: Shadow.Comparison) throws {
    try db.insert(
      into: "shadow_differences",
      [
        "candidate": comparison.candidate, "at": comparison.at.seconds,
        "restaurant_id": comparison.restaurantID, "booking_id": comparison.bookingID,
        "mode": comparison.mode, "live_revision": comparison.liveRevision,
        "live_outcome": comparison.live.outcome.rawValue,
        "live_issues": StoredIssues.encode(comparison.live.issues, withMessages: false),
        "candidate_outcome": comparison.shadow.outcome.rawValue,
        "candidate_issues": StoredIssues.encode(comparison.shadow.issues, withMessages: false),
        "effects_differ": comparison.live.effectsOnly != comparison.shadow.effectsOnly,
      ])
  }
}
