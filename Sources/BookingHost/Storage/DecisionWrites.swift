extension StoreWriter {
  /// Keeps a decision that made no booking. Only a restaurant's newest 5,000 of the last 30 days stay; of the
  /// others it is kept how many there were, and of which rule lines.
  package func recordRefusal(_ decision: DecisionRecord) throws {
    try insert(decision, bookingID: nil)
    try expire(
      """
      SELECT id FROM decisions WHERE booking_id IS NULL AND restaurant_id = ? AND created_at < ?
      ORDER BY created_at LIMIT 100
      """, [decision.restaurantID, decision.createdAt.seconds - Refusals.daysKept * 86_400])
    // Counts along one narrow index, and finds one row per call once the limit is reached.
    try expire(
      """
      SELECT id FROM decisions WHERE booking_id IS NULL AND restaurant_id = ?
      ORDER BY created_at DESC, id DESC LIMIT 100 OFFSET ?
      """, [decision.restaurantID, Refusals.kept])
  }

  private func expire(_ ids: String, _ arguments: StatementArguments) throws {
    for id in try db.all(ids, arguments, { $0["id"] as String }) {
      if let refusal = try refusal(id: id) { try count(refusal, isBooked: false) }
      try db.run("DELETE FROM decisions WHERE id = ?", [id])
    }
  }

  /// With `isCounted` a decision that made a booking counts for its rules.
  func insert(_ decision: DecisionRecord, bookingID: String?, isCounted: Bool = true) throws {
    try db.insert(
      into: "decisions",
      [
        "id": decision.id, "restaurant_id": decision.restaurantID, "booking_id": bookingID,
        "staff_id": decision.staffID, "mode": decision.mode, "action": decision.action.rawValue,
        "revision": decision.revision, "contract_version": decision.contractVersion,
        "outcome": decision.outcome.rawValue,
        "issues": StoredIssues.encode(decision.issues, withMessages: false),
        "snapshot": decision.snapshot, "created_at": decision.createdAt.seconds,
      ])
    if bookingID != nil, isCounted { try count(CountedDecision(decision), isBooked: true) }
  }
}

/// How many refusals are kept, and for how long.
enum Refusals {
  /// For each restaurant.
  static let kept = 5_000
  static let daysKept = 30
}
