import ArgumentParser
import BookingHost

/// `rules rollback`: an earlier revision decides, whatever is on disk.
struct RulesRollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Have an earlier revision decide, at once and everywhere (managers).",
    discussion: "It decides until `rules resume`, whatever is on disk. The files themselves are not touched.")

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp("r41, or the beginning of its hash (default: the one before).", valueName: "revision"))
  var revision: String?

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let live = try RuleControl(store: session.store(), now: session.environment.now)
      .rollBack(to: revision, by: staff)
    try session.output.result(RollbackJSON(live)) {
      "r\(live.number) decides now, until: host-cli rules resume"
    }
  }
}

/// `rules resume`: edits on disk go live again.
struct RulesResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let the rule files decide again after a rollback (managers).")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    try RuleControl(store: session.store(), now: session.environment.now).resume(by: staff)
    let outcome = try session.intake().takeUp(waitingUntilStill: true)
    let live = try session.store().read { try $0.liveRevision() }
    guard let live else { throw HostError(.internal, "No rules are live in this store.") }
    try session.output.result(RollbackJSON(live)) { sentence(outcome, live) }
  }

  private func sentence(_ outcome: RuleIntake.Outcome, _ live: LiveRevision) -> String {
    switch outcome {
    case .current, .adopted: return "r\(live.number) decides: the files on disk."
    case .waiting: return "r\(live.number) is pinned again by somebody else."
    case .rejected(let notes):
      let first = notes.first.map { Plain.text($0.description) } ?? ""
      return "r\(live.number) goes on deciding, as the files on disk cannot be used: \(first)"
    }
  }
}

/// Which revision decides now.
private struct RollbackJSON: Encodable {
  var revision: String
  var number: Int
  var pinned: Bool

  init(_ live: LiveRevision) {
    (revision, number, pinned) = (live.revision, live.number, live.isPinned)
  }
}
