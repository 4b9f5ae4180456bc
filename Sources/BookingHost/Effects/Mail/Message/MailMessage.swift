/// One message to one person, before it is bytes. Any text will do in it: what mail cannot carry is encoded, and
/// nothing that a guest wrote can become a header.
package struct MailMessage: Hashable, Sendable {
  /// `8f3a…@restaurant.example`, without the angle brackets. The same for every attempt to send it.
  package var id: String
  package var from: MailAddress
  /// Where answers go; to `from` when nil.
  package var replyTo: MailAddress?
  package var to: MailAddress
  package var subject: String
  package var sentAt: Instant
  /// The restaurant's, for the date.
  package var zone: Zone
  package var text: String
  /// The same as `text`, for mail programs that show HTML.
  package var html: String?
  package var attachment: Attachment?

  package struct Attachment: Hashable, Sendable {
    /// `text/calendar`
    package var mediaType: String
    /// `method` and its like.
    package var parameters: [String: String] = [:]
    package var fileName: String
    package var content: String

    package init(mediaType: String, parameters: [String: String], fileName: String, content: String) {
      self.mediaType = mediaType
      self.parameters = parameters
      self.fileName = fileName
      self.content = content
    }
  }

  package init(
    id: String, from: MailAddress, replyTo: MailAddress? = nil, to: MailAddress, subject: String,
    sentAt: Instant, zone: Zone, text: String, html: String? = nil, attachment: Attachment? = nil
  ) {
    self.id = id
    self.from = from
    self.replyTo = replyTo
    self.to = to
    self.subject = subject
    self.sentAt = sentAt
    self.zone = zone
    self.text = text
    self.html = html
    self.attachment = attachment
  }
}
