extension StoreWriter {
  /// Takes effects of a kind that are due, at most `limit`, for one who will try them until the lease ends. With the
  /// id of a booking, or of a party that waits, only its own; with `dueBy` only what was due at that moment. What is
  /// too late is left for `expireEffects`, and while deliveries are held there is nothing to claim.
  package func claimEffects(
    kind: String, bookingID: String? = nil, dueBy: Instant? = nil, limit: Int, lease: String, until: Instant,
    now: Instant
  ) throws -> [EffectJob] {
    guard try deliveryHold() == nil else { return [] }
    let due = try effectIDsDue(
      kind: kind, bookingID: bookingID, dueBy: dueBy ?? now, now: now, limit: limit, isClaimed: true)
    return try due.compactMap { id in
      try db.run(
        """
        UPDATE effects SET state = 'sending', lease = ?, leased_until = ?, attempts = attempts + 1 WHERE id = ?
        """, [lease, until.seconds, id])
      guard let job = try job(id: id, now: now) else { return nil }
      try announce(job, now: now)
      return job
    }
  }

  /// Writes down what came of an attempt. False when the lease had run out and somebody else has the effect:
  /// then nothing is written.
  @discardableResult
  package func finish(_ job: EffectJob, lease: String, _ change: EffectChange, now: Instant) throws -> Bool {
    guard
      try db.exists(
        "SELECT 1 FROM effects WHERE id = ? AND state = 'sending' AND lease = ?", [job.id, lease])
    else { return false }
    try settle(effectID: job.id, attempt: job.attempt, change, now: now)
    return true
  }

  /// Effects whose lease has run out: whoever had them is gone, and what came of the attempt is not known.
  package func recoverEffects(now: Instant) throws -> Int {
    let lost = try db.all(
      "SELECT id, attempts FROM effects WHERE state = 'sending' AND leased_until < ?", [now.seconds]
    ) { (id: $0["id"] as Int, attempts: $0["attempts"] as Int) }
    for effect in lost {
      try settle(
        effectID: effect.id, attempt: effect.attempts,
        .tryAgain(at: now, reason: "the program stopped in the middle of an attempt", isUncertain: true),
        now: now)
    }
    return lost.count
  }

  /// Effects that are too late now. They are failed, with what stood in their way.
  package func expireEffects(now: Instant) throws -> Int {
    let late = try Effect.kinds.flatMap { try effectsTooLate(kind: $0, now: now, limit: 200) }
    for effect in late {
      let reason = "too late" + (effect.reason.map { ", after: \($0)" } ?? "")
      try settle(effectID: effect.id, attempt: effect.attempts, .expired(reason: reason), now: now)
    }
    return late.count
  }

  /// Puts a failed effect back in line for a day, whatever it failed of. Who had it done is in the audit trail.
  package func requeueEffect(id: Int, by staffID: String, now: Instant) throws {
    try db.run(
      """
      UPDATE effects SET state = 'queued', due_at = ?, expires_at = ?, lease = NULL, leased_until = NULL
      WHERE id = ? AND state = 'failed' AND action <> 'none'
      """, [now.seconds, now.adding(seconds: EffectTiming.secondsAfterRequeue).seconds, id])
    guard db.changesCount > 0 else { return }
    try requeueWebhookDeliveries(ofEffect: id, now: now)
    try audit("effect.requeued", effectID: id, by: staffID, now: now)
  }

  /// Has an effect not happen. One that is being tried, or has happened, is left as it is.
  package func cancelEffect(id: Int, reason: String, by staffID: String, now: Instant) throws {
    let attempts = try db.first(
      "SELECT attempts FROM effects WHERE id = ? AND state IN ('queued', 'failed')", [id]
    ) { $0["attempts"] as Int }
    guard let attempts else { return }
    try settle(effectID: id, attempt: attempts, .cancelled(reason: reason), now: now)
    try audit("effect.cancelled", effectID: id, by: staffID, now: now)
  }

  private func audit(_ action: String, effectID: Int, by staffID: String, now: Instant) throws {
    guard let entry = try outboxEntry(id: effectID) else { return }
    try audit(
      AuditEntry(
        at: now, restaurantID: entry.restaurantID, staffID: staffID, action: action,
        bookingID: entry.bookingID, detail: ["kind": .text(entry.effect.effect.action.kind)]))
  }

  /// Adds what follows a later event of a booking; `step` is the one, where it is a step.
  package func append(
    _ effects: [StoredEffect], toBooking id: String, step: Int? = nil, now: Instant
  ) throws {
    let next = try db.first(
      "SELECT coalesce(max(position), -1) + 1 AS next FROM effects WHERE booking_id = ?", [id]
    ) { $0["next"] as Int }
    for (offset, effect) in effects.enumerated() {
      try db.insert(
        into: "effects",
        effect.columns(bookingID: id, position: (next ?? 0) + offset, follows: step, createdAt: now))
    }
  }

  func settle(effectID: Int, attempt: Int, _ change: EffectChange, now: Instant) throws {
    let row = change.row(now)
    try db.run(
      """
      UPDATE effects SET state = :state,
        reason = CASE
          WHEN is_uncertain = 1 AND :state = 'delivered' THEN :twice
          WHEN is_uncertain = 1 AND :state = 'failed' THEN :reason || :perhaps
          ELSE :reason END,
        due_at = coalesce(:due, due_at), lease = NULL, leased_until = NULL,
        is_uncertain = CASE WHEN :isUncertain = 1 THEN 1 ELSE is_uncertain END, delivered_at = :delivered WHERE id = :id
      """,
      [
        "state": row.state, "twice": EffectChange.twice, "perhaps": EffectChange.perhaps,
        "reason": row.reason,
        "due": row.due?.seconds, "isUncertain": row.isUncertain, "delivered": row.delivered?.seconds,
        "id": effectID,
      ])
    try db.run(
      """
      INSERT INTO effect_attempts (effect_id, number, at, outcome, reason) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (effect_id, number, at, outcome) DO UPDATE SET reason = excluded.reason
      """,
      [effectID, max(1, attempt), now.seconds, row.outcome, row.reason])
  }
}

/// What an attempt makes of an effect.
package enum EffectChange: Hashable, Sendable {
  case delivered
  case tryAgain(at: Instant, reason: String, isUncertain: Bool)
  case failed(reason: String)
  case expired(reason: String)
  case cancelled(reason: String)
}

extension EffectChange {
  /// What a delivered effect says when an attempt before may have got through as well.
  static let twice = "it may have arrived twice: what came of an attempt is not known"
  /// What a failed effect says as well then.
  static let perhaps = "; an earlier attempt may have got through"

  fileprivate func row(
    _ now: Instant
  ) -> (
    state: String, outcome: String, reason: String?, due: Instant?, isUncertain: Bool, delivered: Instant?
  ) {
    switch self {
    case .delivered: ("delivered", "delivered", nil, nil, false, now)
    case .tryAgain(let at, let reason, let isUncertain):
      ("queued", isUncertain ? "unknown" : "retry", reason, at, isUncertain, nil)
    case .failed(let reason): ("failed", "failed", reason, nil, false, nil)
    case .expired(let reason): ("failed", "expired", reason, nil, false, nil)
    case .cancelled(let reason): ("skipped", "cancelled", reason, nil, false, nil)
    }
  }
}
