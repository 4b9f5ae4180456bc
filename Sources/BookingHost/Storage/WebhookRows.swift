extension StoreReading {
  /// The endpoints of some restaurants, the oldest first.
  package func webhookEndpoints(ofRestaurants ids: [String]) throws -> [WebhookEndpoint] {
    guard !ids.isEmpty else { return [] }
    let restaurants = InList(ids)
    return try db.all(
      """
      SELECT w.*, r.slug AS restaurant_slug
      FROM webhook_endpoints w JOIN restaurants r ON r.id = w.restaurant_id
      WHERE w.restaurant_id \(restaurants.condition) ORDER BY w.created_at, w.id
      """, StatementArguments(restaurants.values), WebhookEndpoint.init(row:))
  }

  package func webhookEndpoint(id: String) throws -> WebhookEndpoint? {
    try db.first(
      """
      SELECT w.*, r.slug AS restaurant_slug
      FROM webhook_endpoints w JOIN restaurants r ON r.id = w.restaurant_id WHERE w.id = ?
      """, [id], WebhookEndpoint.init(row:))
  }

  /// An effect's deliveries, one for each endpoint that it goes to. None before its first attempt.
  package func webhookDeliveries(ofEffect id: Int) throws -> [WebhookDelivery] {
    try db.all(
      "SELECT * FROM webhook_deliveries WHERE effect_id = ? ORDER BY endpoint_id", [id],
      WebhookDelivery.init(row:))
  }

  /// The deliveries to an endpoint about which there is news, the latest first.
  package func webhookHistory(ofEndpoint id: String, limit: Int) throws -> [WebhookHistory.Entry] {
    try db.all(
      """
      SELECT d.*, e.event, coalesce(b.reference, 'W' || w.number) AS reference FROM webhook_deliveries d
      JOIN effects e ON e.id = d.effect_id LEFT JOIN bookings b ON b.id = e.booking_id
      LEFT JOIN waitlist w ON w.id = e.waitlist_id
      WHERE d.endpoint_id = ? ORDER BY d.updated_at DESC LIMIT ?
      """, [id, limit]
    ) {
      WebhookHistory.Entry(
        effectID: $0["effect_id"], event: $0["event"] ?? "", reference: $0["reference"],
        delivery: try WebhookDelivery(row: $0))
    }
  }

  /// The delivery to an endpoint about which there is the latest news.
  package func lastWebhookDelivery(toEndpoint id: String) throws -> WebhookDelivery? {
    try db.first(
      "SELECT * FROM webhook_deliveries WHERE endpoint_id = ? ORDER BY updated_at DESC LIMIT 1", [id],
      WebhookDelivery.init(row:))
  }
}

extension WebhookEndpoint {
  init(row: Row) {
    self.init(
      id: row["id"], restaurantID: row["restaurant_id"], restaurantSlug: row["restaurant_slug"],
      url: row["url"],
      events: StoredJSON.parse(row["events"])?.array?.compactMap(\.text) ?? [],
      secret: row.bytes("secret"), oldSecret: row["old_secret"],
      oldSecretUntil: (row["old_secret_until"] as Int?).map(Instant.init(seconds:)),
      createdAt: row.instant("created_at"),
      disabledAt: (row["disabled_at"] as Int?).map(Instant.init(seconds:)),
      disabledReason: row["disabled_reason"])
  }
}

extension WebhookDelivery {
  init(row: Row) throws {
    self.init(
      endpointID: row["endpoint_id"], messageID: row["message_id"], state: try row.word("state"),
      attempts: row["attempts"], dueAt: row.instant("due_at"), reason: row["reason"],
      updatedAt: row.instant("updated_at"))
  }
}
