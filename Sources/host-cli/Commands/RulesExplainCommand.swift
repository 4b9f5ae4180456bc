import ArgumentParser
import BookingHost

/// `rules explain`: what the rules say, and in which lines. To a draft it needs no store.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say how the rules decide, and which lines decide it.",
    discussion: """
      A draft is decided by the rules on disk. Facts that are not given are as on a quiet day: open from 0 to \
      30 hours, no services, no maxima, an unknown guest. A booking, or an attempt that was refused, is \
      explained by the rules that decided it then; `rules refusals` lists what was refused.

      The exit status is 0 for any verdict, and 2 when a rule failed.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup(title: "What to explain") var subject: ExplainSubject
  @OptionGroup(title: "A draft's circumstances") var circumstances: ExplainCircumstances

  @Flag(help: "Show whole files, not only what the verdict hangs on.")
  var full = false

  func validate() throws {
    guard subject.count == 1 else {
      throw ValidationError("Say what to explain, with one of --draft, --reference and --decision.")
    }
  }

  func run() throws {
    if let draft = subject.draft {
      try show(explanation(of: circumstances.scenario(draft)))
    } else {
      try explainStored()
    }
  }

  private func show(_ explanation: Explanation, _ stored: StoredQuestion? = nil) throws {
    let decision = stored.map { StoredDecisionJSON($0) }
    try Output(common.format).result(ExplanationJSON(explanation, full: full, decision: decision)) {
      ExplanationText(explanation, of: stored, full: full, style: .standardOutput).text
    }
    if explanation.error != nil { throw Failure.told(.refused) }
  }

  // MARK: A draft

  private func explanation(of scenario: Scenario) -> Explanation {
    do throws(RuleBookError) {
      let rules = try RuleBook(directory: common.rules)
      return Explainer(rules).explain(
        Explainer.Question(
          mode: scenario.mode, draft: scenario.draft, facts: scenario.facts,
          overrideReason: scenario.overrideReason, everyDayIsAlike: true))
    } catch {
      let failure =
        error.errors.first ?? RuleError(kind: .source, message: "the rules cannot be read", rule: nil)
      return Explanation(failure, scenario.mode, scenario.facts, revision: nil)
    }
  }

  // MARK: What is in the store

  private func explainStored() throws {
    let session = Session(common)
    let own = try session.memberRestaurants(session.staff()).map(\.id)
    let stored = try session.store().read { reader in
      if let reference = subject.reference {
        return try reader.question(ofBooking: reference, restaurantIDs: own)
      }
      return try reader.question(ofDecision: subject.decision ?? "", restaurantIDs: own)
    }
    guard let stored else { throw notFound }
    try show(stored.explanation(current: try? RuleBook(directory: common.rules)), stored)
  }

  private var notFound: HostError {
    if let reference = subject.reference {
      return HostError(.notFound, "There is no booking \(reference).", field: "reference")
    }
    return HostError(.notFound, "There is no decision \(subject.decision ?? "").", field: "decision")
  }
}

struct ExplainSubject: ParsableArguments {
  @Option(help: ArgumentHelp("A draft as a JSON object.", valueName: "json"))
  var draft: String?

  @Option(help: ArgumentHelp("A booking, by its reference.", valueName: "ref"))
  var reference: String?

  @Option(help: ArgumentHelp("A refused attempt, by its id.", valueName: "id"))
  var decision: String?

  var count: Int { [draft, reference, decision].count { $0 != nil } }
}

struct ExplainCircumstances: ParsableArguments {
  @Option(help: "The mode to decide by.")
  var mode: String = "ops"

  @Option(help: ArgumentHelp("Facts as a JSON object, merged into the standard ones.", valueName: "json"))
  var facts: String?

  @Option(help: ArgumentHelp("The restaurant's clock (default: now, in UTC).", valueName: "YYYY-MM-DD HH:MM"))
  var now: String?

  @Option(help: "The caller's role: none, server, host, manager or owner.")
  var role: String?

  @Option(help: ArgumentHelp("Why an override should pass.", valueName: "reason"))
  var overrideReason: String?

  /// The decision that is described. Throws a usage failure for what cannot be read.
  func scenario(_ draft: String) throws -> Scenario {
    do {
      return try Scenario(
        mode: mode, now: clock(), role: parsedRole(), overrideReason: overrideReason,
        draft: object(draft, "draft"), facts: object(facts ?? "{}", "facts"))
    } catch let problem as Scenario.Problem {
      throw usage(problem.part, "The \(problem.part) cannot be used: \(problem.message).")
    }
  }

  private func object(_ json: String, _ option: String) throws -> PackedValue {
    guard let value = PackedValue(json: json) else {
      throw usage(option, "--\(option) is not JSON; it must be an object such as {\"party\":2}.")
    }
    return value
  }

  private func clock() throws -> LocalDateTime {
    guard let now else { return Zone.utc.local(HostEnvironment.live.now()) }
    guard let clock = LocalDateTime(now) else {
      throw usage("now", "--now must be a date and a time, such as \"2026-11-22 18:00\".")
    }
    return clock
  }

  private func parsedRole() throws -> Role? {
    guard let role else { return nil }
    guard let known = Role(rawValue: role) else {
      throw usage("role", "--role must be one of \(Words.list(Role.allCases.map(\.rawValue))).")
    }
    return known
  }

  private func usage(_ field: String, _ message: String) -> Failure {
    .error(.usage, code: .usage, message, field: field)
  }
}
