/// Makes webhook effects happen: one message to each endpoint of the restaurant that takes the event, each settled by
/// itself, so that one that fails has none of the others told twice.
package struct WebhookDeliverer: EffectDeliverer {
  private let store: Store
  private let sender: WebhookSender
  private let now: @Sendable () -> Instant

  package init(store: Store, sender: WebhookSender, now: @escaping @Sendable () -> Instant) {
    self.store = store
    self.sender = sender
    self.now = now
  }

  /// Endpoints of one effect that are tried at once. All of a restaurant's must have had their time before the
  /// lease ends.
  static let atOnce = 4

  package func deliver(_ job: EffectJob) -> DeliveryOutcome {
    guard case .webhook(let event) = job.effect.action else { return .failed(reason: "this is no webhook") }
    do {
      let began = now()
      let due = try routes(event, job).filter { $0.isDue(began) }
      // No transaction is open while the network is waited for.
      let outcomes = PlainThread.map(due, atMost: WebhookDeliverer.atOnce) { attempt($0, event, job) }
      return try summary(of: job, outcomes)
    } catch let none as NoWebhook {
      return .skipped(reason: none.reason)
    } catch {
      return .retry(reason: "the store cannot be used at present", after: nil)
    }
  }

  private func routes(_ event: String, _ job: EffectJob) throws -> [WebhookRoute] {
    let known = try store.read { try $0.webhookRoutes(ofEffect: job.id) }
    if !known.isEmpty { return known }
    return try store.write { try $0.beginWebhookRoutes(event, job, now: now()) }
  }

  private func attempt(_ route: WebhookRoute, _ event: String, _ job: EffectJob) -> DeliveryOutcome {
    let answer = answer(route, event, job)
    do {
      try settle(route, answer, job)
      return answer.outcome
    } catch {
      // It is tried again, with the same identifier.
      return .unknown(reason: "what came of it could not be noted in the store")
    }
  }

  private func answer(_ route: WebhookRoute, _ event: String, _ job: EffectJob) -> WebhookAnswer {
    let endpoint = route.endpoint
    guard endpoint.isEnabled else {
      return WebhookAnswer(.failed(reason: "the webhook to \(endpoint.authority) is disabled"))
    }
    let booking = job.booking
    guard let message = try? message(route.delivery.messageID, event, job) else {
      return WebhookAnswer(.failed(reason: "the booking cannot be written as JSON"))
    }
    let personal = [booking.name, booking.email, booking.phone, booking.notes].compactMap { $0 }
    return sender.send(message, to: endpoint, personal: personal)
  }

  /// What it is about: a booking, or a party on the waitlist.
  private func message(_ id: String, _ event: String, _ job: EffectJob) throws -> WebhookMessage {
    guard var entry = job.entry else {
      return try WebhookMessage(
        id: id, type: event, at: job.decidedAt, data: WebhookBookingJSON(job.booking))
    }
    // What staff write beside it is theirs.
    entry.reason = nil
    return try WebhookMessage(
      id: id, type: event, at: job.decidedAt, data: WaitlistEntryJSON(entry, at: job.now))
  }

  private func settle(_ route: WebhookRoute, _ answer: WebhookAnswer, _ job: EffectJob) throws {
    let now = now()
    let (state, reason, wait) = answer.outcome.settled
    try store.write { writer in
      try writer.finishWebhookDelivery(
        effectID: job.id, endpointID: route.endpoint.id, state, dueAt: now.adding(seconds: wait),
        reason: reason, now: now)
      guard answer.isGone, try writer.webhookEndpoint(id: route.endpoint.id)?.isEnabled == true else {
        return
      }
      try writer.disableWebhook(id: route.endpoint.id, reason: "it answered 410 Gone", now: now)
      try writer.auditWebhook("disabled", route.endpoint, by: nil, now: now)
    }
  }

  /// What all the endpoints together make of the effect. It waits for as long as the first of them asked for.
  private func summary(of job: EffectJob, _ outcomes: [DeliveryOutcome]) throws -> DeliveryOutcome {
    let deliveries = try store.read { try $0.webhookDeliveries(ofEffect: job.id) }
    guard !deliveries.isEmpty else { return .skipped(reason: "the webhook was removed") }
    let reason = WebhookDeliverer.reason(deliveries)
    let waiting = deliveries.filter { $0.state == .queued }
    if let next = waiting.map(\.dueAt).min() {
      let isOpen = outcomes.contains { if case .unknown = $0 { true } else { false } }
      return isOpen ? .unknown(reason: reason) : .retry(reason: reason, after: next.seconds - now().seconds)
    }
    return deliveries.contains { $0.state == .failed } ? .failed(reason: reason) : .delivered
  }

  private static func reason(_ deliveries: [WebhookDelivery]) -> String {
    let open = deliveries.filter { $0.state != .delivered }
    let reasons = Array(Set(open.compactMap(\.reason))).sorted().joined(separator: "; ")
    let words = deliveries.count == 1 ? reasons : "\(open.count) of \(deliveries.count) webhooks: \(reasons)"
    return words.count > 500 ? words.prefix(499) + "…" : words
  }
}

extension DeliveryOutcome {
  /// What an attempt makes of one endpoint's delivery. `wait` is how many seconds it asked to be left alone.
  fileprivate var settled: (state: WebhookDelivery.State, reason: String?, wait: Int) {
    switch self {
    case .delivered: (.delivered, nil, 0)
    case .failed(let reason), .skipped(let reason): (.failed, reason, 0)
    // For longer than a day nobody is left alone, as the effect itself would not be.
    case .retry(let reason, let after): (.queued, reason, min(max(0, after ?? 0), 24 * 3600))
    case .unknown(let reason): (.queued, reason, 0)
    }
  }
}
