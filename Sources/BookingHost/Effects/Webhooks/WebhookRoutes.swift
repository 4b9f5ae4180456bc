/// One endpoint that an effect goes to, and how far it has got there.
struct WebhookRoute: Sendable {
  var endpoint: WebhookEndpoint
  var delivery: WebhookDelivery

  /// Whether it is to be tried at a moment.
  func isDue(_ now: Instant) -> Bool { delivery.state == .queued && delivery.dueAt <= now }
}

extension StoreReading {
  /// The endpoints that an effect is on its way to. None before its first attempt.
  func webhookRoutes(ofEffect id: Int) throws -> [WebhookRoute] {
    try webhookDeliveries(ofEffect: id).compactMap { delivery in
      try webhookEndpoint(id: delivery.endpointID).map { WebhookRoute(endpoint: $0, delivery: delivery) }
    }
  }
}

extension StoreWriter {
  /// Sets an effect on its way to every endpoint of its restaurant that takes the event. Where it is already on its
  /// way that stays so, whatever has been set up since.
  ///
  /// Throws `NoWebhook` when there is nobody to tell.
  func beginWebhookRoutes(_ event: String, _ job: EffectJob, now: Instant) throws -> [WebhookRoute] {
    let known = try webhookRoutes(ofEffect: job.id)
    if !known.isEmpty { return known }
    let endpoints = try webhookEndpoints(ofRestaurants: [job.restaurant.id])
    let takers = endpoints.filter { $0.isEnabled && $0.takes(event) }
    guard !takers.isEmpty else { throw NoWebhook(among: endpoints, event: event) }
    for endpoint in takers {
      try beginWebhookDelivery(effectID: job.id, endpointID: endpoint.id, now: now)
    }
    return try webhookRoutes(ofEffect: job.id)
  }
}

/// That nobody is to be told of an event, and why.
struct NoWebhook: Error {
  let reason: String

  init(among endpoints: [WebhookEndpoint], event: String) {
    let takers = endpoints.filter { $0.takes(event) }
    reason =
      endpoints.isEmpty
      ? "no webhook is set up"
      : takers.isEmpty ? "no webhook takes \(event)" : "every webhook that takes \(event) is disabled"
  }
}
