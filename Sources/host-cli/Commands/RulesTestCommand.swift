import ArgumentParser
import BookingHost

/// `rules test`: whether the rules keep the promises of their test files. Needs no store.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the test files and point at what is not as promised.",
    discussion: "The exit status is 0 when every case passes, and 2 otherwise, also when there is none.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rule directory (default: --rules).", completion: .directory)
  var dir: String?

  @Option(help: ArgumentHelp("Only cases whose name or file holds this text.", valueName: "text"))
  var filter: String?

  @Flag(help: "List what passes too.")
  var verbose = false

  func run() throws {
    let rules: RuleBook, tests: [String: String]
    do {
      rules = try RuleBook(directory: dir ?? common.rules)
      tests = try RuleDirectory.tests(in: dir ?? common.rules)
    } catch {
      throw unusable(error)
    }
    let report = RuleTests.run(tests, rules: rules, filter: filter)
    try Output(common.format).result(RuleTestJSON(report, revision: rules.revision)) {
      RuleTestText(report, rules, style: .standardOutput, isVerbose: verbose).text
    }
    if report.results.isEmpty { complainOfNone(tests.isEmpty) }
    if report.results.isEmpty || !report.allPass { throw Failure.told(.refused) }
  }

  /// Says why the rules cannot be tested.
  private func unusable(_ error: RuleBookError) -> Failure {
    switch common.format {
    case .json: Output(.json).line((try? WireEncoder.text(RuleTestJSON(error))) ?? "{}")
    case .text: RuleErrorText.complain(error)
    }
    return .told(.refused)
  }

  private func complainOfNone(_ noFiles: Bool) {
    let directory = dir ?? common.rules
    Output.complain(
      noFiles
        ? "error: there is no test file in \(directory)/tests." : "error: no case matches \"\(filter ?? "")\".")
  }
}
