/// What `rules test` found.
package struct RuleTestJSON: Encodable, Sendable {
  package var passed: Int
  package var failed: Int
  /// Cases and files that cannot be used as they are written.
  package var broken: Int
  /// The hash of the rules that were tested; null when they cannot be used.
  @OrNull package var revision: String?
  package var cases: [Case]
  /// What keeps the rules from being used at all.
  package var errors: [RulesCheckJSON.Finding]
  /// What the tests reach of the rules; null when it was not asked for.
  @OrNull package var coverage: RuleCoverageJSON?
  /// Which changes to the rules no test notices; null when it was not asked for, or not every case passes.
  @OrNull package var mutants: MutationJSON?

  package struct Case: Encodable, Sendable {
    package var file: String
    package var line: Int
    package var name: String
    /// Null for a function that is tested by itself, and for a file that cannot be used.
    @OrNull package var mode: String?
    package var guarded: Bool
    /// `passed`, `failed` or `broken`.
    package var outcome: String
    package var differences: [Difference]
    /// The lines of the rules that decided what is not as expected.
    package var rules: [Line]
    /// What is wrong with the test file.
    @OrNull package var message: String?
  }

  package struct Difference: Encodable, Sendable {
    /// Which expectation: `expect`, `issues`, `effects.email`.
    package var what: String
    package var expected: String
    package var actual: String
  }

  package struct Line: Encodable, Sendable {
    /// An issue's code, the kind of an effect, or `rule_failed`.
    package var what: String
    /// `ops.lua:22`; null for what the host itself requires.
    @OrNull package var rule: String?
  }

  package init(_ report: RuleTestReport, revision: String) {
    passed = report.passed
    failed = report.failed
    broken = report.broken
    self.revision = revision
    cases = report.results.map(Case.init)
    errors = []
    coverage = nil
    mutants = nil
  }

  /// Rules, or a directory, that cannot be used.
  package init(_ error: RuleBookError) {
    passed = 0
    failed = 0
    broken = 0
    revision = nil
    cases = []
    errors = RulesCheckJSON(RuleCheckReport(error)).errors
    coverage = nil
    mutants = nil
  }
}

extension RuleTestJSON.Case {
  init(_ result: RuleTestResult) {
    file = result.place.file
    line = result.place.line
    name = result.name
    mode = result.mode
    guarded = result.isGuard
    differences = []
    rules = result.deciding.map { RuleTestJSON.Line(what: $0.what, rule: $0.rule) }
    message = nil
    switch result.outcome {
    case .passed: outcome = "passed"
    case .broken(let sentence):
      outcome = "broken"
      message = sentence
    case .failed(let found):
      outcome = "failed"
      differences = found.map {
        RuleTestJSON.Difference(what: $0.what, expected: $0.expected, actual: $0.actual)
      }
    }
  }
}
