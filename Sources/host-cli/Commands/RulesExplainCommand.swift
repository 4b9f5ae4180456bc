import ArgumentParser
import BookingHost

/// `rules explain`: what the rules say to a draft, and in which line. Needs no store.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say how the rules decide a draft, and which lines decide it.",
    discussion: """
      Facts that are not given are as on a quiet day: open from 0 to 30 hours, no services, no maxima, an \
      unknown guest. The exit status is 0 for any verdict, and 2 when a rule failed.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The mode to decide by.")
  var mode: String = "ops"

  @Option(help: ArgumentHelp("The draft as a JSON object.", valueName: "json"))
  var draft: String

  @Option(help: ArgumentHelp("Facts as a JSON object, merged into the standard ones.", valueName: "json"))
  var facts: String?

  @Option(help: ArgumentHelp("The restaurant's clock (default: now, in UTC).", valueName: "YYYY-MM-DD HH:MM"))
  var now: String?

  @Option(help: "The caller's role: none, server, host, manager or owner.")
  var role: String?

  @Option(help: ArgumentHelp("Why an override should pass.", valueName: "reason"))
  var overrideReason: String?

  func run() throws {
    let scenario = try scenario()
    let explanation = explanation(of: scenario)
    try Output(common.format).result(explanation) {
      ExplanationText(explanation, style: .standardOutput).text
    }
    if explanation.error != nil { throw Failure.told(.refused) }
  }

  private func explanation(of scenario: Scenario) -> ExplanationJSON {
    var revision: String?
    do {
      let rules = try RuleBook(directory: common.rules)
      revision = rules.revision
      return ExplanationJSON(try scenario.verdict(by: rules), of: scenario)
    } catch let error as RuleError {
      return ExplanationJSON(error, of: scenario, revision: revision)
    } catch {
      let first = (error as? RuleBookError)?.errors.first
      let failure = first ?? RuleError(kind: .source, message: "the rules cannot be read", rule: nil)
      return ExplanationJSON(failure, of: scenario, revision: revision)
    }
  }

  private func scenario() throws -> Scenario {
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
