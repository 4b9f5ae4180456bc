/// The values that a mail template may use. What checks templates, what fills them in, and the table in
/// docs/mail.md all come from here.
package enum MailVocabulary {
  /// One name of the table.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var kind: Kind
    /// What it is, and when it is not there.
    package var meaning: String
    /// As the sample booking has it.
    package var example: String
  }

  package indirect enum Kind: Hashable, Sendable {
    /// To be printed. `isOptional`: it may be missing, and then nothing is printed.
    case text(isOptional: Bool)
    /// For sections only: true or false.
    case flag
    /// A section that is repeated for each entry, with names of its own inside.
    case list([Entry])
    /// Names behind a dot: `restaurant.name`.
    case group([Entry])
  }

  package static let entries: [Entry] = [
    Entry(name: "restaurant", kind: .group(restaurant), meaning: "the restaurant", example: ""),
    text("name", "the guest's name", "Ada Lovelace"),
    optional("email", "the guest's email address", "ada@example.com"),
    optional("phone", "the guest's phone number", "+44 7700 900123"),
    text("reference", "the booking's reference", "K7QM3PX"),
    text("status", "pending, confirmed, checked_in, completed, cancelled or no_show", "confirmed"),
    text("party", "how many people", "4"),
    text("date", "the date, written out for the restaurant's locale", "Friday, 27 November 2026"),
    text("time", "when it begins, as the restaurant's locale writes it", "19:30"),
    text("endTime", "when it ends", "21:00"),
    optional("seating", "where they would like to sit; not there for \"any\"", "window"),
    optional("notes", "what the guest asked for", "A high chair, please."),
    optional("bookingType", "what kind of booking: the service, unless the rules have kinds", "dinner"),
    optional(
      "manageUrl", "where the guest sees and changes the booking; needs http.public-url",
      "https://bookings.example/booking/K7QM3PX?token=…"),
    flag("isPending", "whether the restaurant has yet to confirm"),
    flag("isConfirmed", "whether the booking stands"),
    flag("isCancelled", "whether it was cancelled"),
    flag("isToday", "whether it begins on the day the mail is sent"),
    flag("isTomorrow", "whether it begins on the day after"),
    flag("hasAnswers", "whether there are `answers`"),
    Entry(
      name: "answers", kind: .list(answer),
      meaning: "answers to the mode's own fields, in the form's order, without those that only staff fill in",
      example: ""),
    text("language", "the language of the restaurant's locale", "en"),
  ]

  private static let restaurant: [Entry] = [
    text("name", "its name", "The Anchor"),
    optional("phone", "its phone number", "+44 20 7946 0100"),
    optional("email", "its email address", "hello@the-anchor.example"),
    optional("address", "its address", "1 Quay Street, London"),
  ]

  private static let answer: [Entry] = [
    text("label", "what was asked", "High chairs"),
    text("value", "what was answered", "2"),
  ]

  private static func text(_ name: String, _ meaning: String, _ example: String) -> Entry {
    Entry(name: name, kind: .text(isOptional: false), meaning: meaning, example: example)
  }

  private static func optional(_ name: String, _ meaning: String, _ example: String) -> Entry {
    Entry(name: name, kind: .text(isOptional: true), meaning: meaning, example: example)
  }

  private static func flag(_ name: String, _ meaning: String) -> Entry {
    Entry(name: name, kind: .flag, meaning: meaning, example: "")
  }
}

extension MailVocabulary {
  /// The most characters of a value that a mail shows, and the most entries of a list. Together with
  /// `MailTemplateLimits` they bound what a template can grow to.
  package static let longestValue = 2_000
  package static let longestList = 32
}
