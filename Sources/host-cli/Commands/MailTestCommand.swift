import ArgumentParser
import BookingHost
import Foundation

/// `mail test`: whether mail gets out.
struct MailTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Send a made-up confirmation, to see whether mail gets out.",
    discussion: """
      Goes the way that bookings' mail goes: by mail.transport and the settings beside it, from the environment \
      (BOOKING_MAIL_TRANSPORT) or the JSON file of BOOKING_CONFIG. See docs/mail.md.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Whom to send it to.")
  var address: String

  func run() throws {
    let session = Session(common)
    guard MailAddress(address) != nil else {
      throw HostError(.usage, "\"\(address)\" is not one plain email address.", field: "address")
    }
    let settings = try session.mailSettings()
    let outcome = settings.transport(in: common.data).send(try message(session), isRepeat: false)
    try session.output.result(MailTestJSON(outcome, settings)) { sentence(outcome, settings) }
    guard case .delivered = outcome else { throw Failure.told(.internalFailure) }
  }

  private func message(_ session: Session) throws -> MailMessage {
    let now = session.environment.now()
    let composer = try session.sampleComposer()
    let booking = MailSample.booking(for: .confirmation, email: address, now: now)
    do throws(MailComposer.Refusal) {
      var message = try composer.compose(
        "confirmation", id: session.environment.uuid(), for: booking, at: MailSample.restaurant, now: now,
        by: MailTemplates.read(in: common.rules)
      ).message
      message.subject = "[Test] " + message.subject
      return message
    } catch {
      throw HostError(.internal, "The message cannot be made: \(error.reason).")
    }
  }

  private func sentence(_ outcome: DeliveryOutcome, _ settings: MailSettings) -> String {
    let style = Style.standardOutput
    let way =
      settings.transport == .file
      ? "into a file of \(common.data)/mail; nothing leaves this machine" : "through \(settings.program)"
    switch outcome {
    case .delivered: return "\(style.green("sent"))  to \(address), \(way)"
    case .retry(let reason, _):
      return "\(style.yellow("not sent"))  it would be tried again: \(Plain.text(reason))"
    case .failed(let reason), .skipped(let reason):
      return "\(style.red("not sent"))  \(Plain.text(reason))"
    case .unknown(let reason): return "\(style.yellow("perhaps sent"))  \(Plain.text(reason))"
    }
  }
}
