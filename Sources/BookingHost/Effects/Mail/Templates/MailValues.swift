/// What a template's names stand for in one mail.
package struct MailValues: Hashable, Sendable {
  private var texts: [String: String] = [:]
  private var flags: [String: Bool] = [:]
  private var groups: [String: [String: String]] = [:]
  private var lists: [String: [[String: String]]] = [:]

  /// As the renderer takes them, escaped for a format.
  ///
  /// The renderer's own escaping goes by what a reader sees as one character, and lets a quotation mark with an
  /// accent on it through.
  func dictionary(for format: MailFile.Format) -> [String: Any] {
    func fit(_ text: String) -> String { format == .html ? HTMLText.escaped(text) : text }
    var all: [String: Any] = texts.mapValues(fit)
    for (name, flag) in flags { all[name] = flag }
    for (name, group) in groups { all[name] = group.mapValues(fit) }
    for (name, list) in lists { all[name] = list.map { $0.mapValues(fit) } }
    return all
  }

  /// The names that have a value: `restaurant.name` for a part.
  package var names: Set<String> {
    let parts = groups.flatMap { group in group.value.keys.map { "\(group.key).\($0)" } }
    return Set(Array(texts.keys) + flags.keys + lists.keys + parts)
  }
}

extension MailValues {
  /// The values of a booking.
  ///
  /// - Parameters:
  ///   - locale: whose dates and times; a BCP 47 tag.
  ///   - fields: the mode's own fields that guests may see the answers of, in the form's order.
  ///   - manageURL: where the guest sees and changes the booking; nil when there is no such page.
  package init(
    _ booking: Booking, at restaurant: Restaurant, locale: String, fields: [MailField], manageURL: String?,
    now: Instant
  ) {
    groups["restaurant"] = MailValues.present([
      "name": restaurant.name, "phone": restaurant.phone, "email": restaurant.email,
      "address": restaurant.address,
    ])
    takeWords(booking, manageURL)
    takeMoments(booking, LocalWords(locale: locale, zone: booking.zone), now)
    let answers = MailValues.answers(booking, fields)
    lists["answers"] = answers
    flags["hasAnswers"] = !answers.isEmpty
    flags["isPending"] = booking.status == .pending
    flags["isConfirmed"] = [.confirmed, .checkedIn, .completed].contains(booking.status)
    flags["isCancelled"] = booking.status == .cancelled
  }

  private mutating func takeWords(_ booking: Booking, _ manageURL: String?) {
    texts = MailValues.present([
      "name": booking.name, "email": booking.email, "phone": booking.phone, "reference": booking.reference,
      "status": booking.status.rawValue, "party": String(booking.party),
      "seating": booking.seating == "any" ? nil : booking.seating, "bookingType": booking.bookingType,
      "manageUrl": manageURL,
    ])
    // The one value that may have several lines.
    texts["notes"] = booking.notes.map(Text.manyLines).map(MailValues.shortened)
  }

  private mutating func takeMoments(_ booking: Booking, _ words: LocalWords, _ now: Instant) {
    texts["date"] = words.date(booking.startsAt)
    texts["time"] = words.time(booking.startsAt)
    texts["endTime"] = words.time(booking.endsAt)
    texts["language"] = words.language
    let ahead = booking.start.date.dayNumber - booking.zone.local(now).date.dayNumber
    flags["isToday"] = ahead == 0
    flags["isTomorrow"] = ahead == 1
  }

  private static func answers(_ booking: Booking, _ fields: [MailField]) -> [[String: String]] {
    fields.compactMap { field in
      booking.answers[field.name].map { present(["label": field.label, "value": word($0)]) }
    }.prefix(MailVocabulary.longestList).map { $0 }
  }

  private static func word(_ answer: Answer) -> String {
    switch answer {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .boolean(let truth): truth ? "yes" : "no"
    }
  }

  private static func present(_ values: [String: String?]) -> [String: String] {
    values.compactMapValues { $0 }.mapValues { shortened(Text.trimmed(Text.singleLine($0))) }.filter {
      !$0.value.isEmpty
    }
  }

  private static func shortened(_ text: String) -> String {
    guard Text.length(text) > MailVocabulary.longestValue else { return text }
    return String(text.unicodeScalars.prefix(MailVocabulary.longestValue - 1)) + "…"
  }
}

/// A field of a mode's own, as a mail shows its answer.
package struct MailField: Hashable, Sendable {
  package var name: String
  package var label: String

  package init(name: String, label: String) {
    self.name = name
    self.label = label
  }

  /// A mode's own fields, in the form's order, without those that only staff fill in.
  package static func own(of policy: Policy) -> [MailField] {
    policy.fields.filter { $0.slot == nil && !$0.setByStaff }.map {
      MailField(name: $0.name, label: $0.label)
    }
  }
}
