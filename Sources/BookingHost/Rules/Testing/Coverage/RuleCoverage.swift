/// What the tests of a rule directory reach of its rules, line by line.
///
/// A line counts when it can do something: a statement inside a function, which runs; or a value in a mode's
/// tables that can bite, and does when its issue is raised. Whatever cannot bite does not count.
package struct RuleCoverage: Hashable, Sendable {
  /// In the order of their paths; files without a line that counts are left out.
  package var files: [File]

  package struct File: Hashable, Sendable {
    package var path: String
    /// The lines that count, in order.
    package var lines: [Line]

    package var covered: Int { lines.count(where: \.isCovered) }
    package var percent: Int { RuleCoverage.percent(covered, of: lines.count) }
  }

  package struct Line: Hashable, Sendable {
    package var number: Int
    /// How often it ran, or its issues were raised.
    package var hits: Int
    /// What on it never did: an issue's code, or a statement as it is written.
    package var missing: [String]

    package var isCovered: Bool { hits > 0 && missing.isEmpty }
  }

  package var covered: Int { files.reduce(0) { $0 + $1.covered } }
  package var total: Int { files.reduce(0) { $0 + $1.lines.count } }
  /// Rounded down, so that 100 means everything.
  package var percent: Int { RuleCoverage.percent(covered, of: total) }

  private static func percent(_ covered: Int, of total: Int) -> Int {
    total == 0 ? 100 : covered * 100 / total
  }
}
