import ArgumentParser
import BookingHost

/// `rules test`: whether the rules keep the promises of their test files. Needs no store.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the test files and point at what is not as promised.",
    discussion: """
      --coverage draws what the cases try beside the source of the rules. --mutate makes one small change to \
      the rules at a time (a bound, a comparison, a required flag) and lists those that no case notices.
      The exit status is 0 when every case passes, the coverage is what was asked for and no change goes \
      unnoticed; otherwise it is 2, also when there is no case at all.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rule directory (default: --rules).", completion: .directory)
  var dir: String?

  @Option(help: ArgumentHelp("Only cases whose name or file holds this text.", valueName: "text"))
  var filter: String?

  @Flag(help: "List what passes too, and draw files that are covered.")
  var verbose = false

  @Flag(help: "Draw what the cases try beside the source.")
  var coverage = false

  @Option(
    help: ArgumentHelp("The least share of lines that must be tried, in percent.", valueName: "percent"))
  var minCoverage: Int?

  @Flag(help: "Change the rules, one thing at a time, and list the changes that no case notices.")
  var mutate = false

  private var directory: String { dir ?? common.rules }

  func run() throws {
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw Failure.error(.usage, code: .usage, "--min-coverage is from 0 to 100.", field: "minCoverage")
    }
    let (rules, tests) = try load()
    let report = RuleTests.run(tests, rules: rules, filter: filter)
    say { RuleTestText(report, rules, style: .standardOutput, isVerbose: verbose).text }
    let covered = try coverage || minCoverage != nil ? measure(tests, rules) : nil
    let mutation = mutate && report.allPass && !report.results.isEmpty ? mutation(tests, rules) : nil
    if common.format == .json {
      var json = RuleTestJSON(report, revision: rules.revision)
      json.coverage = covered.map(RuleCoverageJSON.init)
      json.mutants = mutation
      try Output(.json).result(json) { "" }
    }
    let troubles = troubles(report, covered, mutation, hasFiles: !tests.isEmpty)
    for trouble in troubles { Output.complain("\(Style.standardError.red("error:")) \(trouble)") }
    if !troubles.isEmpty || !report.allPass || mutation?.survived.isEmpty == false {
      throw Failure.told(.refused)
    }
  }

  private func load() throws -> (RuleBook, [String: String]) {
    do {
      return (try RuleBook(directory: directory), try RuleDirectory.tests(in: directory))
    } catch {
      switch common.format {
      case .json: Output(.json).line(try WireEncoder.text(RuleTestJSON(error)))
      case .text: RuleErrorText.complain(error)
      }
      throw Failure.told(.refused)
    }
  }

  /// Prints a part of the answer for people.
  private func say(_ text: () -> String) {
    let text = common.format == .text ? text() : ""
    if !text.isEmpty { Output(.text).line(text) }
  }

  private func measure(_ tests: [String: String], _ rules: RuleBook) throws -> RuleCoverage {
    let covered: RuleCoverage
    do {
      covered = try CoverageRun.coverage(tests, rules: rules, filter: filter)
    } catch {
      throw Failure.error(.refused, code: .usage, "The coverage cannot be told: \(error)", field: "rules")
    }
    say {
      let drawing = CoverageText(
        coverage: covered, sources: rules.files.texts, style: .standardOutput, isVerbose: verbose)
      return "\n" + (coverage ? drawing.text : "coverage  \(covered.percent) %")
    }
    return covered
  }

  private func mutation(_ tests: [String: String], _ rules: RuleBook) -> MutationJSON {
    let run = MutationRun(tests, rules: rules, filter: filter)
    let progress = CountProgress("mutants", of: run.mutants.count)
    let report = run.report { progress.add(1) }
    progress.end()
    let json = MutationJSON(report, sources: rules.files.texts)
    say { "\n" + MutationText(mutants: json, style: .standardOutput).text }
    return json
  }

  /// What keeps the answer from being good, beside cases that fail and changes that go unnoticed.
  private func troubles(
    _ report: RuleTestReport, _ covered: RuleCoverage?, _ mutation: MutationJSON?, hasFiles: Bool
  ) -> [String] {
    var troubles: [String] = []
    if report.results.isEmpty {
      troubles.append(
        hasFiles
          ? "no case matches \"\(Plain.text(filter ?? ""))\"."
          : "there is no test file in \(directory)/tests.")
    }
    if let minCoverage, let covered, covered.covered * 100 < minCoverage * covered.total {
      troubles.append("the cases try \(covered.percent) % of the rules; \(minCoverage) % was asked for.")
    }
    if mutate, mutation == nil, !report.results.isEmpty {
      troubles.append("the rules are not changed while cases fail.")
    }
    return troubles
  }
}
