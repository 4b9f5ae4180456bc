/// What became of the cases of a rule directory.
package struct RuleTestReport: Hashable, Sendable {
  /// In the order of the files and of the cases in them.
  package var results: [RuleTestResult]

  package init(results: [RuleTestResult]) {
    self.results = results
  }

  package var passed: Int { results.count { $0.outcome == .passed } }
  package var failed: Int { results.count { if case .failed = $0.outcome { true } else { false } } }
  package var broken: Int { results.count { if case .broken = $0.outcome { true } else { false } } }

  /// Whether every case passed; an empty report has nothing against the rules.
  package var allPass: Bool { passed == results.count }

  /// The guards that do not hold: what keeps an edit from going live.
  package var brokenGuards: [RuleTestResult] { results.filter { $0.isGuard && $0.outcome != .passed } }
}

/// What became of one case.
package struct RuleTestResult: Hashable, Sendable {
  /// The test file, and the line its case is written on: `tests/ops.lua:12`.
  package var place: RulePlace
  /// Which of the file's cases it is, from 1; 0 when the file as a whole could not be used.
  package var position: Int
  /// The promise, in the test file's words.
  package var name: String
  /// The mode it is promised of; nil for a function or a whole file.
  package var mode: String?
  /// Whether an edit that breaks it must not go live. True for a file that cannot be used: it may hold guards.
  package var isGuard: Bool
  package var outcome: Outcome
  /// The lines of the rules that decided: of each issue, of a rule that failed. Empty for a case that passed.
  package var deciding: [Deciding] = []

  /// The case and what became of it in one sentence, without its place:
  /// `a name is never optional (ops): expect is confirmed and not refused`.
  package var sentence: String {
    let promise = name + (mode.map { " (\($0))" } ?? "")
    switch outcome {
    case .passed: return "\(promise) holds"
    case .broken(let message): return position == 0 ? message : "\(promise): \(message)"
    case .failed(let differences):
      let words = differences.map { "\($0.what) is \($0.actual) and not \($0.expected)" }
      return "\(promise): \(words.joined(separator: "; "))"
    }
  }

  package enum Outcome: Hashable, Sendable {
    case passed
    case failed([RuleTestDifference])
    /// The test file is wrong; a sentence that says how.
    case broken(String)
  }

  /// A line of the rules and what it decided: an issue's code, the kind of an effect, or an error.
  package struct Deciding: Hashable, Sendable {
    package var what: String
    /// `ops.lua:22`; nil for what the host itself requires.
    package var rule: String?
  }
}

/// Where an answer is not what a case expects, in words.
package struct RuleTestDifference: Hashable, Sendable {
  /// Which expectation, by its way through the case: `expect`, `effects.email`.
  package var what: String
  package var expected: String
  package var actual: String
  /// The actual as a test file would expect it, in Lua; nil where it is nothing to expect.
  package var accepted: String?
}
