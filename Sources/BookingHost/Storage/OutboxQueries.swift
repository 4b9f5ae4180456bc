/// An effect in the outbox, with what staff ask about it.
package struct OutboxEntry: Hashable, Sendable {
  package var id: Int
  package var effect: StoredEffect
  package var attempts: Int
  package var createdAt: Instant
  package var deliveredAt: Instant?
  /// Whether it may have happened more than once.
  package var isUncertain: Bool
  /// Nil for one that is about a party on the waitlist.
  package var bookingID: String?
  /// The booking's; the code of a party that waits.
  package var reference: String
  package var restaurantID: String
  package var restaurantSlug: String
}

/// One attempt to make an effect happen.
package struct EffectAttempt: Hashable, Sendable {
  package var number: Int
  package var at: Instant
  package var outcome: String
  package var reason: String?
}

extension StoreReading {
  /// Effects of some restaurants in some states, those that are due first at the top.
  package func outbox(
    restaurantIDs: [String], states: [StoredEffect.State], limit: Int
  ) throws -> [OutboxEntry] {
    guard !restaurantIDs.isEmpty, !states.isEmpty else { return [] }
    let restaurants = InList(restaurantIDs)
    let states = InList(states.map(\.rawValue))
    return try db.all(
      """
      \(OutboxEntry.columns)
      WHERE e.state \(states.condition) AND r.id \(restaurants.condition)
      ORDER BY e.due_at, e.id LIMIT ?
      """,
      StatementArguments(states.values + restaurants.values + [limit] as [any Storable]),
      OutboxEntry.init(row:))
  }

  package func outboxEntry(id: Int) throws -> OutboxEntry? {
    try db.first(
      """
      \(OutboxEntry.columns)
      WHERE e.id = ?
      """, [id], OutboxEntry.init(row:))
  }

  package func attempts(ofEffect id: Int) throws -> [EffectAttempt] {
    try db.all("SELECT * FROM effect_attempts WHERE effect_id = ? ORDER BY at, number", [id]) {
      EffectAttempt(number: $0["number"], at: $0.instant("at"), outcome: $0["outcome"], reason: $0["reason"])
    }
  }

  /// How many effects are in each state, over all restaurants.
  package func outboxCounts() throws -> [StoredEffect.State: Int] {
    let rows = try db.all("SELECT state, count(*) AS n FROM effects GROUP BY state") {
      (try $0.word("state") as StoredEffect.State, $0["n"] as Int)
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  func job(id: Int, now: Instant) throws -> EffectJob? {
    let row = try db.first("SELECT * FROM effects WHERE id = ?", [id]) {
      (
        booking: $0["booking_id"] as String?, waiting: $0["waitlist_id"] as String?,
        effect: try StoredEffect(row: $0),
        attempts: $0["attempts"] as Int, isUncertain: $0["is_uncertain"] as Bool,
        decidedAt: $0.instant("created_at")
      )
    }
    let entry = try row?.waiting.flatMap { try waitlistEntry(id: $0) }
    let stored = try row?.booking.flatMap { try booking(id: $0) }
    guard let row, let booking = stored ?? entry.map({ Booking(waiting: $0, now: now) }),
      let restaurant = try restaurant(id: booking.restaurant.id)
    else { return nil }
    var job = EffectJob(
      id: id, effect: row.effect.effect, trigger: row.effect.trigger, attempt: row.attempts,
      isRepeat: row.isUncertain, booking: booking, restaurant: restaurant, decidedAt: row.decidedAt, now: now)
    job.entry = entry
    return job
  }
}

extension OutboxEntry {
  /// An effect is about a booking, or about a party that waits.
  fileprivate static let columns = """
    SELECT e.*, coalesce(b.reference, 'W' || w.number) AS reference, r.id AS restaurant_id, r.slug AS restaurant_slug
    FROM effects e LEFT JOIN bookings b ON b.id = e.booking_id LEFT JOIN waitlist w ON w.id = e.waitlist_id
      JOIN restaurants r ON r.id = coalesce(b.restaurant_id, w.restaurant_id)
    """

  init(row: Row) throws {
    self.init(
      id: row["id"], effect: try StoredEffect(row: row), attempts: row["attempts"],
      createdAt: row.instant("created_at"),
      deliveredAt: (row["delivered_at"] as Int?).map(Instant.init(seconds:)),
      isUncertain: row["is_uncertain"], bookingID: row["booking_id"], reference: row["reference"],
      restaurantID: row["restaurant_id"], restaurantSlug: row["restaurant_slug"])
  }
}

extension StoreReading {
  /// Whether an effect of a kind was due at a moment and is not too late now, of one booking (or party that waits)
  /// or of any. While deliveries are held nothing is due.
  func hasEffectsDue(kind: String, bookingID: String?, dueBy: Instant, now: Instant) throws -> Bool {
    guard try deliveryHold() == nil else { return false }
    return try !effectIDsDue(kind: kind, bookingID: bookingID, dueBy: dueBy, now: now, limit: 1).isEmpty
  }

  /// Those effects, the earliest first; where they are to be claimed, without those that somebody else is claiming.
  func effectIDsDue(
    kind: String, bookingID: String?, dueBy: Instant, now: Instant, limit: Int, isClaimed: Bool = false
  ) throws -> [Int] {
    let isOfOne = bookingID == nil ? "" : "AND (booking_id = :id OR waitlist_id = :id)"
    var values: [(name: String, value: (any Storable)?)] = [
      ("kind", kind), ("due", dueBy.seconds), ("now", now.seconds), ("limit", limit),
    ]
    if let bookingID { values.append(("id", bookingID)) }
    return try db.all(
      """
      SELECT id FROM effects
      WHERE state = 'queued' AND kind = :kind AND due_at <= :due AND (expires_at IS NULL OR expires_at > :now) \(isOfOne)
      ORDER BY due_at, id LIMIT :limit \(isClaimed ? db.engine.skippingTaken : "")
      """, .named(values)
    ) { $0["id"] }
  }

  /// Whether a lease has run out, or something that is due is too late.
  func hasEffectsToTidy(now: Instant) throws -> Bool {
    try db.exists("SELECT 1 FROM effects WHERE state = 'sending' AND leased_until < ?", [now.seconds])
      || Effect.kinds.contains { try !effectsTooLate(kind: $0, now: now, limit: 1).isEmpty }
  }

  /// Effects of a kind that are due and of no use any more.
  func effectsTooLate(kind: String, now: Instant, limit: Int) throws -> [LateEffect] {
    try db.all(
      """
      SELECT id, attempts, reason FROM effects
      WHERE state = 'queued' AND kind = ? AND due_at <= ? AND expires_at <= ? LIMIT ?
      """, [kind, now.seconds, now.seconds, limit]
    ) { LateEffect(id: $0["id"], attempts: $0["attempts"], reason: $0["reason"]) }
  }
}

/// A queued effect that is of no use any more.
struct LateEffect {
  var id: Int
  var attempts: Int
  /// What has stood in its way so far.
  var reason: String?
}
