/// One request to be made, to one of the addresses that were checked and to no other.
package struct WebhookPost: Sendable {
  package var destination: CheckedDestination
  /// Names and values of headers, in order.
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
}

/// What a server said.
package struct WebhookReply: Hashable, Sendable {
  package var status: Int
  package var retryAfter: String?
  /// The beginning of the body.
  package var body: [UInt8] = []
}

/// Why there is no reply.
package enum WebhookPostFailure: Error, Hashable, Sendable {
  /// Nothing of the request has been sent.
  case notSent(reason: String)
  /// The request has been sent, in part or in full, and what came of it is not known.
  case unanswered(reason: String)
  /// It cannot be made on this machine.
  case impossible(reason: String)
}
