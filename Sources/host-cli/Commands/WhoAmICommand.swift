import ArgumentParser
import BookingHost

/// `whoami`: who is signed in, and where they belong.
struct WhoAmICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who is signed in.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    guard let record = try session.signedIn() else { throw HostError.notSignedIn }
    try WhoAmICommand.show(record, session) { $0 }
  }

  static func show(_ record: SessionRecord, _ session: Session, sentence: (String) -> String) throws {
    let memberships = try session.store().read { try $0.memberships(ofStaff: record.staff.id) }
    try session.output.result(StaffJSON(record, memberships: memberships)) {
      let left = Words.left(until: record.expiresAt, from: session.environment.now())
      let places = memberships.map { "  \($0.role.rawValue) at \($0.restaurantSlug)" }
      return ([sentence(record.staff.email)] + places + ["  for another \(left)"]).joined(separator: "\n")
    }
  }
}

extension Words {
  /// How long from now, in whole hours or minutes: a session belongs to no time zone.
  static func left(until end: Instant, from now: Instant) -> String {
    let minutes = max(0, (end.seconds - now.seconds) / 60)
    return minutes >= 120 ? count((minutes + 30) / 60, "hour") : count(minutes, "minute")
  }
}
