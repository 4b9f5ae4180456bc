/// A webhook as managers see it.
package struct WebhookJSON: Encodable, Sendable {
  package var id: String
  package var restaurant: String
  package var url: String
  package var events: [String]
  package var enabled: Bool
  @OrNull package var disabledAt: String?
  @OrNull package var disabledReason: String?
  /// Until when the secret before goes on signing.
  @OrNull package var oldSecretUntil: String?
  package var createdAt: String
  /// The secret, where it has just been made.
  package var secret: String?

  package init(_ endpoint: WebhookEndpoint, secret: WebhookSecret? = nil, now: Instant, zone: Zone) {
    id = endpoint.id
    restaurant = endpoint.restaurantSlug
    url = endpoint.url
    events = endpoint.events
    enabled = endpoint.isEnabled
    disabledAt = endpoint.disabledAt.map(zone.timestamp)
    disabledReason = endpoint.disabledReason
    oldSecretUntil = endpoint.oldSecretUntil.flatMap { $0 > now ? zone.timestamp($0) : nil }
    createdAt = zone.timestamp(endpoint.createdAt)
    self.secret = secret?.text
  }
}

/// A webhook in a list.
package struct WebhookListingJSON: Encodable, Sendable {
  private let webhook: WebhookJSON
  @OrNull private var last: Delivery?

  private struct Delivery: Encodable {
    var state: String
    var at: String
    var attempts: Int
    @OrNull var reason: String?
  }

  package init(_ listing: WebhookListing, now: Instant, zone: Zone) {
    webhook = WebhookJSON(listing.endpoint, now: now, zone: zone)
    last = listing.last.map {
      Delivery(
        state: $0.state.rawValue, at: zone.timestamp($0.updatedAt), attempts: $0.attempts, reason: $0.reason)
    }
  }

  private enum Key: String, CodingKey {
    case last
  }

  package func encode(to encoder: any Encoder) throws {
    try webhook.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(_last, forKey: .last)
  }
}

/// A webhook with its deliveries.
package struct WebhookHistoryJSON: Encodable, Sendable {
  private let webhook: WebhookJSON
  private let deliveries: [Delivery]

  private struct Delivery: Encodable {
    /// The effect's number in the outbox.
    var effect: Int
    var messageId: String
    var event: String
    var reference: String
    var state: String
    var attempts: Int
    @OrNull var reason: String?
    var at: String
  }

  package init(_ history: WebhookHistory, now: Instant, zone: Zone) {
    webhook = WebhookJSON(history.endpoint, now: now, zone: zone)
    deliveries = history.deliveries.map {
      Delivery(
        effect: $0.effectID, messageId: $0.delivery.messageID, event: $0.event, reference: $0.reference,
        state: $0.delivery.state.rawValue, attempts: $0.delivery.attempts, reason: $0.delivery.reason,
        at: zone.timestamp($0.delivery.updatedAt))
    }
  }

  private enum Key: String, CodingKey {
    case deliveries
  }

  package func encode(to encoder: any Encoder) throws {
    try webhook.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(deliveries, forKey: .deliveries)
  }
}

/// What came of a test.
package struct WebhookTestJSON: Encodable, Sendable {
  package var id: String
  package var messageId: String
  /// `delivered`, `retry`, `failed` or `unknown`: what would become of a webhook.
  package var outcome: String
  /// The HTTP status; null when there was no answer.
  @OrNull package var status: Int?
  @OrNull package var reason: String?

  package init(_ answer: WebhookAnswer, endpoint: WebhookEndpoint, messageID: String) {
    id = endpoint.id
    messageId = messageID
    status = answer.status
    switch answer.outcome {
    case .delivered: outcome = "delivered"
    case .retry(let reason, _): (outcome, self.reason) = ("retry", reason)
    case .failed(let reason), .skipped(let reason): (outcome, self.reason) = ("failed", reason)
    case .unknown(let reason): (outcome, self.reason) = ("unknown", reason)
    }
  }
}
