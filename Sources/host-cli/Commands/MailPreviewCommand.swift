import ArgumentParser
import BookingHost

/// `mail preview`: a mail as it would be sent.
struct MailPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show a mail as it would be sent.",
    discussion: """
      For a made-up booking, which needs no store, or with --reference for one of yours. The exit status is 2 when \
      the edited template cannot be used and another would be sent.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The template, as a rule names it: confirmation.")
  var template: String

  @Option(help: ArgumentHelp("The booking to write about.", valueName: "ref"))
  var reference: String?

  @Flag(help: "A made-up booking (the default).")
  var sample = false

  @Option(
    help: ArgumentHelp("Write the HTML part to a file, for a browser.", valueName: "file"),
    completion: .file())
  var html: String?

  @Option(
    help: ArgumentHelp("Write the whole message to a file, for a mail program.", valueName: "file"),
    completion: .file())
  var eml: String?

  func validate() throws {
    if sample, reference != nil { throw ValidationError("Give --sample or --reference, not both.") }
  }

  func run() throws {
    let session = Session(common)
    let subject = try subject(session)
    let now = session.environment.now()
    let composed = try compose(subject, session, now)
    try write(composed)
    let objection = MailKind(template: composed.mail.template)?.objection(to: subject.booking, now: now)
    try session.output.result(MailPreviewJSON(composed, objection: objection)) {
      MailText(composed, style: .standardOutput).text
    }
    complain(composed, objection ?? subject.note)
    if !composed.mail.notes.isEmpty { throw Failure.told(.refused) }
  }

  /// What the mail is about.
  private struct Subject {
    var booking: Booking
    var restaurant: Restaurant
    var composer: MailComposer
    /// Why this booking gets none.
    var note: String?
  }

  private func subject(_ session: Session) throws -> Subject {
    guard let reference else {
      let booking = MailSample.booking(
        for: MailKind(template: template), email: "ada@example.com", now: session.environment.now())
      return Subject(
        booking: booking, restaurant: MailSample.restaurant, composer: try session.sampleComposer())
    }
    let staff = try session.staff()
    let own = try session.memberRestaurants(staff)
    let found = try session.store().read {
      try $0.booking(reference: reference, restaurantIDs: own.map(\.id))
    }
    guard var booking = found, let restaurant = own.first(where: { $0.id == booking.restaurant.id }) else {
      throw HostError(.notFound, "There is no booking \(reference).", field: "reference")
    }
    let note = booking.email == nil ? "no email address was given" : nil
    // Only to have somebody to write to: this mail is shown and not sent.
    booking.email = booking.email ?? "guest@example.com"
    return Subject(
      booking: booking, restaurant: restaurant, composer: try session.mailComposer(), note: note)
  }

  private func compose(_ subject: Subject, _ session: Session, _ now: Instant) throws -> MailComposer.Composed
  {
    let templates = MailTemplates.read(in: common.rules)
    do throws(MailComposer.Refusal) {
      return try subject.composer.compose(
        template, id: "preview", for: subject.booking, at: subject.restaurant, now: now, by: templates)
    } catch {
      switch error {
      case .noAddress, .unusableAddress:
        throw HostError(.usage, "This mail cannot be made: \(error.reason).", field: "reference")
      case .unusableTemplate(let finding): throw HostError(.notFound, finding.description, field: "template")
      case .unknownTemplate:
        let names = templates.names.joined(separator: ", ")
        throw HostError(
          .notFound, "There is no mail template \"\(template)\"; there are \(names).", field: "template")
      }
    }
  }

  private func write(_ composed: MailComposer.Composed) throws {
    if let html {
      guard let page = composed.message.html else {
        throw HostError(.usage, "This mail is plain text only; there is no HTML to write.", field: "html")
      }
      try PrivateFile.replace(html, with: Array(page.utf8))
    }
    if let eml { try PrivateFile.replace(eml, with: composed.message.bytes) }
  }

  private func complain(_ composed: MailComposer.Composed, _ objection: String?) {
    let style = Style.standardError
    if let objection { Output.complain("\(style.yellow("note:")) it would not be sent now: \(objection)") }
    for note in composed.mail.notes {
      Output.complain("\(style.red("error:")) \(Plain.text(note.description))")
    }
    if !composed.mail.notes.isEmpty {
      Output.complain("Until that is put right, the mail above is sent instead.")
    }
  }
}
