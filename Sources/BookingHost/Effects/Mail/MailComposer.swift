/// Makes the message that an email effect asks for. Everything comes in as values: the same job and templates
/// make the same message.
package struct MailComposer: Sendable {
  private let settings: MailSettings
  private let keyedHash: @Sendable (String) -> [UInt8]
  private let fields: @Sendable (_ mode: String) -> [MailField]

  /// - Parameters:
  ///   - keyedHash: the store's, for identifiers and links that nobody can guess.
  ///   - fields: a mode's own fields whose answers guests may see, in the form's order.
  package init(
    settings: MailSettings, keyedHash: @escaping @Sendable (String) -> [UInt8],
    fields: @escaping @Sendable (_ mode: String) -> [MailField]
  ) {
    self.settings = settings
    self.keyedHash = keyedHash
    self.fields = fields
  }

  /// A message, and what the operator should know about the templates it was made by.
  package struct Composed: Sendable {
    package var message: MailMessage
    package var mail: RenderedMail
  }

  /// Why there is no message.
  package enum Refusal: Error, Hashable, Sendable {
    case noAddress
    case unusableAddress
    /// There is no template of this name, nor one that could stand in for it.
    case unknownTemplate(String)
    /// There is one, nothing stands in for it, and this is wrong with it.
    case unusableTemplate(MailFinding)

    /// A sentence for staff.
    package var reason: String {
      switch self {
      case .noAddress: "no email address was given"
      case .unusableAddress: "the email address is not one that mail can be sent to"
      case .unknownTemplate(let name):
        "there is no mail template \"\(name)\"; write mail/\(name).txt.mustache beside the rules"
      case .unusableTemplate(let finding): "the mail template cannot be used: \(finding)"
      }
    }

    /// Whether there was nobody to write to, which is nobody's mistake.
    var isForWantOfAnAddress: Bool { self == .noAddress }
  }

  /// The message of `template` for a booking. `id` tells this message from all others of the store; the same one
  /// gives the same Message-ID.
  package func compose(
    _ template: String, id: String, for booking: Booking, at restaurant: Restaurant, now: Instant,
    by templates: MailTemplates
  ) throws(Refusal) -> Composed {
    let to = try recipient(of: booking)
    let words = words(booking, restaurant, now, hasPage: MailKind(template: template) != .tableReady)
    guard let mail = templates.render(template, isPending: booking.status == .pending, words) else {
      throw templates.problem(with: template).map { .unusableTemplate($0) } ?? .unknownTemplate(template)
    }
    var message = MailMessage(
      id: messageID(id), from: from(restaurant), replyTo: replyTo(restaurant), to: to, subject: mail.subject,
      sentAt: now, zone: restaurant.zone, text: mail.text, html: mail.html)
    if let method = mail.kind?.calendarMethod, booking.status != .pending {
      message.attachment = calendar(booking, restaurant, method, now, templates.render(calendar: words))
    }
    return Composed(message: message, mail: mail)
  }

  private func recipient(of booking: Booking) throws(Refusal) -> MailAddress {
    guard let text = booking.normalisedEmail ?? booking.email, !Text.isBlank(text) else { throw .noAddress }
    guard let to = MailAddress(text, name: booking.name) else { throw .unusableAddress }
    return to
  }

  /// Who waits has no booking yet, and so no page of it.
  private func words(
    _ booking: Booking, _ restaurant: Restaurant, _ now: Instant, hasPage: Bool
  ) -> MailWords {
    let link = hasPage ? settings.publicURL.map { ManageLink.url($0, booking, keyedHash) } : nil
    let fields = fields(booking.mode)
    return MailWords(language: LocalWords.language(of: restaurant.locale)) { locale in
      MailValues(
        booking, at: restaurant, locale: locale ?? restaurant.locale, fields: fields, manageURL: link,
        now: now)
    }
  }

  /// From the address that the operator's mail server lets us send from, under the restaurant's name.
  private func from(_ restaurant: Restaurant) -> MailAddress {
    var from = settings.from
    from.name = restaurant.name
    return from
  }

  /// Answers go to the restaurant, where it has an address.
  private func replyTo(_ restaurant: Restaurant) -> MailAddress? {
    restaurant.email.flatMap { MailAddress($0, name: restaurant.name) }
  }

  private func messageID(_ id: String) -> String {
    MailComposer.name(ofMessage: id, keyedHash) + "@" + settings.identifierDomain
  }

  /// What stands before the @ of a Message-ID.
  static func name(ofMessage id: String, _ keyedHash: (String) -> [UInt8]) -> String {
    String(Digest.hex(keyedHash("mail\u{0}" + id)).prefix(40))
  }

  private func calendar(
    _ booking: Booking, _ restaurant: Restaurant, _ method: CalendarEntry.Method, _ now: Instant,
    _ words: (summary: String, description: String)
  ) -> MailMessage.Attachment {
    let place = [restaurant.name, restaurant.address].compactMap { $0 }.joined(separator: ", ")
    let entry = CalendarEntry(
      method: method, uid: "\(booking.id)@\(settings.identifierDomain)",
      sequence: max(0, booking.version - 1),
      madeAt: now, createdAt: booking.createdAt, updatedAt: booking.updatedAt, starts: booking.startsAt,
      ends: booking.endsAt, zone: booking.zone, summary: words.summary, description: words.description,
      location: HeaderText.clean(place), organizer: replyTo(restaurant) ?? from(restaurant),
      url: settings.publicURL.map { ManageLink.url($0, booking, keyedHash) })
    let name = HeaderText.clean(restaurant.name).unicodeScalars.prefix(60)
      .map { $0 == "/" || $0 == "\\" ? "-" : $0 }
    return MailMessage.Attachment(
      mediaType: "text/calendar", parameters: ["method": method.rawValue],
      fileName: String(String.UnicodeScalarView(name)) + ".ics", content: entry.text)
  }
}
