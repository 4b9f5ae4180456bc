/// Where a restaurant's webhooks go, as it is stored. Its secrets are sealed.
package struct WebhookEndpoint: Hashable, Sendable {
  package var id: String
  package var restaurantID: String
  package var restaurantSlug: String
  package var url: String
  /// Patterns; see `EventPattern`.
  package var events: [String]
  package var secret: [UInt8]
  /// The secret before, which goes on signing beside the new one for a while.
  package var oldSecret: [UInt8]?
  package var oldSecretUntil: Instant?
  package var createdAt: Instant
  package var disabledAt: Instant?
  package var disabledReason: String?

  package var isEnabled: Bool { disabledAt == nil }

  /// The URL's host for sentences: the rest may be a secret.
  package var authority: String { (try? WebhookURL(url))?.authority ?? "an endpoint" }

  package func takes(_ event: String) -> Bool { events.contains { EventPattern($0)?.matches(event) == true } }

  /// How many a restaurant may have: all of them must have been tried before an effect's lease ends.
  package static let mostOfRestaurant = 10
}

/// One webhook effect on its way to one endpoint.
package struct WebhookDelivery: Hashable, Sendable {
  package var endpointID: String
  /// The same in every attempt, so that a receiver can tell a repeat.
  package var messageID: String
  package var state: State
  package var attempts: Int
  /// Not before this.
  package var dueAt: Instant
  /// What stood in its way at the last attempt.
  package var reason: String?
  package var updatedAt: Instant

  package enum State: String, Hashable, Sendable {
    case queued, delivered, failed
  }

  /// The identifier of an effect's message to an endpoint. The endpoint's own is random, so no other store's is
  /// the same.
  package static func messageID(effect: Int, endpoint: String) -> String { "msg_\(endpoint)_\(effect)" }
}
