/// What does not get out of the house.
struct OutboxTrouble: Hashable {
  /// Due for longer than `patience`, and neither delivered nor failed.
  var overdue: Int
  /// Failed, of those decided in the last week.
  var failed: Int

  /// In seconds.
  static let patience = 600
}

extension StoreReading {
  func outboxTrouble(now: Instant) throws -> OutboxTrouble {
    let overdue = try db.first(
      """
      SELECT count(*) AS n FROM effects
      WHERE (state = 'queued' AND due_at <= :moment) OR (state = 'sending' AND leased_until <= :moment)
      """, ["moment": now.seconds - OutboxTrouble.patience]
    ) { $0["n"] as Int }
    let failed = try db.first(
      "SELECT count(*) AS n FROM effects WHERE state = 'failed' AND created_at > ?",
      [now.seconds - 7 * 86_400]
    ) { $0["n"] as Int }
    return OutboxTrouble(overdue: overdue ?? 0, failed: failed ?? 0)
  }

  /// When the last line of the audit trail was written; nil in a store without one.
  func lastWritten() throws -> Instant? {
    try db.first("SELECT max(at) AS at FROM audit") { $0["at"] as Int? }?.map(Instant.init(seconds:))
  }
}
