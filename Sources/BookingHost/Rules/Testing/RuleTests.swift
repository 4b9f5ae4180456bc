/// Runs the test files of a rule directory.
package enum RuleTests {
  /// Which cases to run.
  package enum Selection: Sendable {
    /// Those whose failure keeps an edit from going live.
    case guards
    case all
  }

  /// Runs test files, text by path ("tests/ops.lua"), against rules. Pure, and never throws: a test file
  /// that cannot be used is a result like any other, and counts as a guard, because it may hold some.
  ///
  /// - Parameter filter: only cases whose name or file holds this text, whatever its case.
  package static func run(
    _ tests: [String: String], rules: RuleBook, only: Selection = .all, filter: String? = nil,
    limits: RuleLimits = .standard
  ) -> RuleTestReport {
    let suite = RuleTestSuite(tests, library: rules.files.library, limits: limits)
    return suite.report(by: rules) { test in
      (only == .all || test.isGuard) && (filter.map { test.matches($0) } ?? true)
    }
  }
}

extension RuleTestSuite {
  /// Runs the cases that `isWanted`; whatever is broken is reported in any case.
  func report(by rules: RuleBook, _ isWanted: (RuleTestCase) -> Bool) -> RuleTestReport {
    var results = broken
    for file in files {
      for test in file.cases where isWanted(test) { results.append(test.result(by: rules, file.pool)) }
    }
    return RuleTestReport(
      results: results.sorted {
        ($0.place.file, $0.position, $0.mode ?? "") < ($1.place.file, $1.position, $1.mode ?? "")
      })
  }
}

extension RuleTestCase {
  func result(by rules: RuleBook, _ pool: EvaluatorPool) -> RuleTestResult {
    var result = RuleTestResult(
      place: place, position: position, name: name, mode: mode, isGuard: isGuard, outcome: .passed)
    if let mode, rules.policy(mode) == nil {
      let hint = closest(to: mode, among: rules.modeNames).map { "; did you mean \($0)?" } ?? ""
      result.outcome = .broken("there is no mode `\(mode)`\(hint)")
      return result
    }
    var comparison = RuleTestComparison(
      expectation, answer(by: rules, pool), policy: mode.flatMap { rules.policy($0) })
    comparison.compareWaiting(by: rules, subject)
    guard !comparison.differences.isEmpty else { return result }
    result.outcome = .failed(comparison.differences)
    result.deciding = comparison.deciding
    return result
  }

  /// Whether its name or its file holds a text, whatever its case.
  func matches(_ filter: String) -> Bool {
    let filter = filter.lowercased()
    return [name, place.file].contains { $0.lowercased().contains(filter) }
  }
}
