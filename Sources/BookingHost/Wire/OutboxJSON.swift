/// An effect in the outbox.
package struct OutboxJSON: Encodable, Sendable {
  package var id: Int
  package var reference: String
  package var restaurant: String
  package var effect: EffectJSON
  package var trigger: String
  package var attempts: Int
  @OrNull package var dueAt: String?
  @OrNull package var expiresAt: String?
  @OrNull package var deliveredAt: String?
  /// Whether it may have happened more than once.
  package var uncertain: Bool
  /// Every attempt, where one effect is asked for.
  package var history: [Attempt]?

  package struct Attempt: Encodable, Sendable {
    package var number: Int
    package var at: String
    package var outcome: String
    @OrNull package var reason: String?
  }

  package init(_ entry: OutboxEntry, _ history: [EffectAttempt]? = nil, zone: Zone) {
    id = entry.id
    reference = entry.reference
    restaurant = entry.restaurantSlug
    effect = EffectJSON(entry.effect)
    trigger = entry.effect.trigger
    attempts = entry.attempts
    dueAt = entry.effect.dueAt.map(zone.timestamp)
    expiresAt = entry.effect.expiresAt.map(zone.timestamp)
    deliveredAt = entry.deliveredAt.map(zone.timestamp)
    uncertain = entry.isUncertain
    self.history = history?.map {
      Attempt(number: $0.number, at: zone.timestamp($0.at), outcome: $0.outcome, reason: $0.reason)
    }
  }
}
