import ArgumentParser
import BookingHost

/// `staff link`: lets an account of an external provider stand for one here.
struct StaffLinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Let an external provider's account stand for a staff account.",
    discussion: "Its tokens are then taken by `serve` as that member of staff; see docs/http-api.md.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The email of the staff account.")
  var email: String

  @Option(help: ArgumentHelp("The provider, as its tokens name it (iss).", valueName: "url"))
  var issuer: String

  @Option(help: ArgumentHelp("The provider's id of the account (sub).", valueName: "id"))
  var subject: String

  func validate() throws {
    if issuer.isEmpty || subject.isEmpty { throw ValidationError("--issuer and --subject need a value.") }
  }

  func run() throws {
    let session = Session(common)
    let now = session.environment.now()
    try session.store().write { store in
      guard let staff = try store.staff(email: Access.normalised(email)) else {
        throw AccessError.unknownAccount
      }
      try store.link(issuer: issuer, subject: subject, toStaff: staff.id, now: now)
    }
    try session.output.result(["linked": email]) { "Tokens of \(subject) are now taken as \(email)." }
  }
}
