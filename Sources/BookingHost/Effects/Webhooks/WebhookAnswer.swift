/// What came of sending one message to one endpoint.
package struct WebhookAnswer: Hashable, Sendable {
  package var outcome: DeliveryOutcome
  /// The HTTP status; nil when there was no answer.
  package var status: Int?

  init(_ outcome: DeliveryOutcome, status: Int? = nil) {
    self.outcome = outcome
    self.status = status
  }

  /// Whether the receiver says that it wants nothing more.
  package var isGone: Bool { status == 410 }

  /// `personal` is what must not get into reasons: receivers like to repeat what they were sent.
  init(_ reply: WebhookReply, from authority: String, personal: [String], now: Instant) {
    status = reply.status
    let excerpt = ReplyExcerpt(reply.body, without: personal).text
    let sentence = "\(authority) answered \(reply.status)" + (excerpt.isEmpty ? "" : ": \(excerpt)")
    switch reply.status {
    case 200...299: outcome = .delivered
    case 300...399:
      outcome = .failed(reason: "\(authority) answered \(reply.status); redirects are not followed")
    case 410: outcome = .failed(reason: "\(authority) answered 410 Gone, so the webhook is disabled now")
    case 408, 425, 429, 500...599:
      let after = reply.retryAfter.flatMap { RetryAfter.seconds($0, now: now) }
      outcome = .retry(reason: sentence, after: after)
    default: outcome = .failed(reason: sentence)
    }
  }

  init(_ failure: WebhookPostFailure, from authority: String) {
    switch failure {
    case .notSent(let reason): self.init(.retry(reason: "\(authority): \(reason)", after: nil))
    case .unanswered(let reason):
      self.init(.unknown(reason: "\(authority): \(reason); the webhook may have arrived"))
    case .impossible(let reason): self.init(.failed(reason: reason))
    }
  }

  init(_ failure: CheckedDestination.Failure, from authority: String) {
    switch failure {
    case .refused(let reason): self.init(.failed(reason: "\(authority): \(reason)"))
    case .notFound(let reason): self.init(.retry(reason: "\(authority): \(reason)", after: nil))
    }
  }
}

/// The beginning of an answer, fit to be shown as a reason.
struct ReplyExcerpt {
  let text: String

  static let mostCharacters = 200

  init(_ body: [UInt8], without personal: [String]) {
    // Longer than what is shown, so that what is taken out of it is found whole.
    var words = Text.singleLine(String(decoding: body.prefix(1024), as: UTF8.self))
    guard !words.hasPrefix("<") else {
      text = ""  // a page for people, which says nothing in so few characters
      return
    }
    words.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/, with: "…")
    for secret in ReplyExcerpt.parts(of: personal) {
      words.replace(Regex<Substring>(verbatim: secret).ignoresCase(), with: "…")
    }
    let isLong = words.count > ReplyExcerpt.mostCharacters
    text = isLong ? words.prefix(ReplyExcerpt.mostCharacters - 1) + "…" : words
  }

  /// Whole texts and their words, the longest first; what is shorter than three characters says nothing of anybody.
  private static func parts(of personal: [String]) -> [String] {
    let words = personal + personal.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    return Set(words).filter { $0.count >= 3 }.sorted { ($0.count, $0) > ($1.count, $1) }
  }
}
