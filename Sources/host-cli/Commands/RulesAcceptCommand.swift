import ArgumentParser
import BookingHost

/// `rules accept`: takes what the rules say now for what was meant, in the test files. Needs no store.
struct RulesAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Rewrite test cases that answer differently after an edit.",
    discussion: """
      Shows each case that does not pass, as it expects and as it is answered now, and rewrites its \
      expectation when you say so; nothing else in the file changes. On a terminal it asks for each; \
      elsewhere say --yes. Guards are left alone unless you say --guards.
      The exit status is 0 when every case passes afterwards, and 2 otherwise.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rule directory (default: --rules).", completion: .directory)
  var dir: String?

  @Flag(help: "Accept every case without asking.")
  var yes = false

  @Flag(help: "Guards may be rewritten too.")
  var guards = false

  @Option(help: ArgumentHelp("Only cases whose name or file holds this text.", valueName: "text"))
  var filter: String?

  private typealias Decision = (acceptance: Acceptance, reason: String?)

  func run() throws {
    let rules: RuleBook, tests: [String: String]
    do {
      rules = try RuleBook(directory: dir ?? common.rules)
      tests = try RuleDirectory.tests(in: dir ?? common.rules)
    } catch {
      throw Failure.error(.refused, code: .usage, "These rules cannot be used: \(error)", field: "rules")
    }
    let report = RuleTests.run(tests, rules: rules, filter: filter)
    let text = AcceptanceText(rules, style: .standardOutput)
    let decisions = decide(Acceptance.proposals(tests, report), text)
    try write(decisions, tests, rules)
    try Output(common.format).result(RuleAcceptJSON(decisions)) { text.summary(decisions, report) }
    if decisions.contains(where: { $0.reason != nil }) || report.results.contains(where: \.isUnusableFile) {
      throw Failure.told(.refused)
    }
  }

  // MARK: Which

  private func decide(_ proposals: [Acceptance], _ text: AcceptanceText) -> [Decision] {
    var hasQuit = false
    return proposals.map { proposal in
      if hasQuit { return (proposal, "left") }
      if common.format == .text { Output(.text).line(text.paragraph(proposal) + "\n") }
      if let obstacle = proposal.obstacle { return (proposal, obstacle) }
      if proposal.result.isGuard, !guards { return (proposal, "it is a guard; say --guards to rewrite it") }
      if yes { return (proposal, nil) }
      guard Terminal.isInteractive, common.format == .text else {
        return (proposal, "say --yes to accept it")
      }
      switch ask() {
      case .accept: return (proposal, nil)
      case .leave: return (proposal, "left")
      case .quit:
        hasQuit = true
        return (proposal, "left")
      }
    }
  }

  private enum Choice { case accept, leave, quit }

  private func ask() -> Choice {
    while true {
      Output.write("  Is this what is meant now? [y/n/q] ", to: 1)
      guard let line = readLine() else { return .quit }
      switch Text.trimmed(line).lowercased() {
      case "y", "yes": return .accept
      case "n", "no", "": return .leave
      case "q", "quit": return .quit
      default: continue
      }
    }
  }

  // MARK: Writing

  private func write(_ decisions: [Decision], _ tests: [String: String], _ rules: RuleBook) throws {
    let accepted = decisions.filter { $0.reason == nil }.map(\.acceptance)
    guard !accepted.isEmpty else { return }
    let rewritten = Acceptance.apply(accepted, to: tests)
    try verify(accepted, RuleTests.run(rewritten, rules: rules))
    for (path, text) in rewritten.sorted(by: { $0.key < $1.key }) where text != tests[path] {
      do {
        try RuleDirectory.replace(path, in: dir ?? common.rules, tests[path] ?? "", by: text)
      } catch {
        throw Failure.error(.internalFailure, code: .internal, error.description, field: "rules")
      }
    }
  }

  /// What is written must be what was meant: every case that was accepted passes.
  private func verify(_ accepted: [Acceptance], _ report: RuleTestReport) throws {
    let passing = Set(
      report.results.filter { $0.outcome == .passed }.map { "\($0.place.file) \($0.position)" })
    for acceptance in accepted {
      let result = acceptance.result
      if passing.contains("\(result.place.file) \(result.position)") { continue }
      throw Failure.error(
        .internalFailure, code: .internal, "The case at \(result.place) would not pass; nothing was written.")
    }
  }
}

extension RuleTestResult {
  fileprivate var isUnusableFile: Bool { position == 0 }
}
