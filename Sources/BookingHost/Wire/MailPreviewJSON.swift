/// A mail as it would be sent.
package struct MailPreviewJSON: Encodable, Sendable {
  /// The template that was used.
  package var template: String
  /// Whether it is as it was shipped, or the program's own.
  package var shipped: Bool
  package var from: String
  @OrNull package var replyTo: String?
  package var to: String
  package var messageId: String
  package var subject: String
  package var text: String
  @OrNull package var html: String?
  @OrNull package var calendar: String?
  /// Why it would not be sent now; null when it would be.
  @OrNull package var objection: String?
  /// Why an edited template was not used.
  package var notes: [Note]

  package struct Note: Encodable, Sendable {
    package var code: String
    package var file: String
    @OrNull package var line: Int?
    @OrNull package var column: Int?
    package var message: String
    @OrNull package var suggestion: String?

    package init(_ finding: MailFinding) {
      code = finding.code
      file = finding.file
      line = finding.line
      column = finding.column
      message = finding.message
      suggestion = finding.suggestion
    }
  }

  package init(_ composed: MailComposer.Composed, objection: String?) {
    let (message, mail) = (composed.message, composed.mail)
    template = mail.template
    shipped = mail.isShipped
    from = message.from.address
    replyTo = message.replyTo?.address
    to = message.to.address
    messageId = message.id
    subject = message.subject
    text = message.text
    html = message.html
    calendar = message.attachment?.content
    self.objection = objection
    notes = mail.notes.map { Note($0) }
  }
}

/// What became of one message.
package struct MailTestJSON: Encodable, Sendable {
  /// `delivered`, `retry`, `failed` or `unknown`.
  package var outcome: String
  package var transport: String
  @OrNull package var reason: String?

  package init(_ outcome: DeliveryOutcome, _ settings: MailSettings) {
    transport = settings.transport.rawValue
    switch outcome {
    case .delivered: self.outcome = "delivered"
    case .retry(let reason, _): (self.outcome, self.reason) = ("retry", reason)
    case .failed(let reason), .skipped(let reason): (self.outcome, self.reason) = ("failed", reason)
    case .unknown(let reason): (self.outcome, self.reason) = ("unknown", reason)
    }
  }
}
