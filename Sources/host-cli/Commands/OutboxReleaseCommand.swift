import ArgumentParser
import BookingHost

/// `outbox release`: lets deliveries go on after a restore.
struct OutboxReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Let deliveries go on that a restore has put on hold.",
    discussion: """
      What was waiting when the backup was made may have gone out since. With --cancel-due that does not happen \
      again; reminders that are still to come stay. Needs no session: whoever owns the data directory may run it.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "What would go out at once does not happen.")
  var cancelDue = false

  func run() throws {
    let session = Session(common)
    let now = session.environment.now()
    let cancelled = try session.store().write {
      try $0.releaseDeliveries(cancellingDue: cancelDue, now: now)
    }
    guard let cancelled else { throw HostError(.usage, "Deliveries are not on hold.") }
    let due = try session.store().read { try $0.effectsDue(now: now) }
    try session.output.result(["cancelled": cancelled, "due": due]) {
      let dropped = cancelDue ? "\(Words.count(cancelled, "effect")) will not happen. " : ""
      return dropped
        + "Deliveries go on; \(Words.count(due, "effect")) due. A server delivers, or: host-cli outbox deliver"
    }
  }
}
