/// One message as it is sent to one endpoint.
package struct WebhookMessage: Sendable {
  /// Tells repeats apart from news.
  package var id: String
  package var body: [UInt8]

  /// What happened, as receivers read it.
  private struct Envelope<Content: Encodable>: Encodable {
    var type: String
    var timestamp: String
    var data: Content
  }

  /// `at` is when it happened.
  package init(id: String, type: String, at: Instant, data: some Encodable) throws {
    self.id = id
    let envelope = Envelope(type: type, timestamp: Zone.utc.timestamp(at), data: data)
    body = Array(try WireEncoder.text(envelope).utf8)
  }

  /// The headers for an attempt at a moment, signed with each of the secrets.
  func headers(at now: Instant, secrets: [WebhookSecret]) -> [(name: String, value: String)] {
    let signatures = secrets.map { $0.signature(id: id, timestamp: now.seconds, body: body) }
    return [
      ("Content-Type", "application/json"), ("User-Agent", "booking-host"), ("webhook-id", id),
      ("webhook-timestamp", String(now.seconds)), ("webhook-signature", signatures.joined(separator: " ")),
    ]
  }
}
