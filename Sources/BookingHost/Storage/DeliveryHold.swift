/// That nothing is delivered for now: no mail, no webhook, no points, no notice.
package struct DeliveryHold: Hashable, Sendable {
  package var since: Instant
  /// A sentence for a person.
  package var reason: String
}

extension StoreReading {
  package func deliveryHold() throws -> DeliveryHold? {
    try db.first("SELECT since, reason FROM delivery_hold WHERE id = 1") {
      DeliveryHold(since: $0.instant("since"), reason: $0["reason"])
    }
  }

  /// How many effects wait that would be tried at once.
  package func effectsDue(now: Instant) throws -> Int {
    try db.first(
      "SELECT count(*) AS n FROM effects WHERE state = 'sending' OR (state = 'queued' AND due_at <= ?)",
      [now.seconds]
    ) { $0["n"] as Int } ?? 0
  }
}

extension StoreWriter {
  package func holdDeliveries(_ hold: DeliveryHold) throws {
    try db.run(
      """
      INSERT INTO delivery_hold (id, since, reason) VALUES (1, ?, ?)
      ON CONFLICT (id) DO UPDATE SET since = excluded.since, reason = excluded.reason
      """,
      [hold.since.seconds, hold.reason])
  }

  /// Lets deliveries go on. With `cancellingDue`, what would go out at once does not happen: it may have happened
  /// before. What is due later, such as a reminder, stays. Returns how many that were; nil when there was no hold.
  package func releaseDeliveries(cancellingDue: Bool, now: Instant) throws -> Int? {
    guard try deliveryHold() != nil else { return nil }
    try db.run("DELETE FROM delivery_hold")
    let due =
      cancellingDue
      ? try db.all(
        """
        SELECT id, attempts FROM effects WHERE state = 'sending' OR (state = 'queued' AND due_at <= ?)
        """, [now.seconds]
      ) { (id: $0["id"] as Int, attempts: $0["attempts"] as Int) } : []
    for effect in due {
      let reason = "not sent after a restore: it may have been sent before"
      try settle(effectID: effect.id, attempt: effect.attempts, .cancelled(reason: reason), now: now)
    }
    try audit(
      AuditEntry(at: now, action: "deliveries.released", detail: ["cancelled": .integer(due.count)]))
    return due.count
  }
}
