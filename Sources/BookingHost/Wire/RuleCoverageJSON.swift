/// What the tests reach of the rules.
package struct RuleCoverageJSON: Encodable, Sendable {
  /// Of the lines that count, rounded down.
  package var percent: Int
  package var covered: Int
  /// How many lines count.
  package var total: Int
  package var files: [File]

  package struct File: Encodable, Sendable {
    package var file: String
    package var percent: Int
    package var covered: Int
    package var total: Int
    package var lines: [Line]
  }

  package struct Line: Encodable, Sendable {
    package var line: Int
    /// How often it ran, or its issues were raised.
    package var hits: Int
    package var covered: Bool
    /// What on it never did: issue codes, and statements as they are written.
    package var missing: [String]
  }

  package init(_ coverage: RuleCoverage) {
    percent = coverage.percent
    covered = coverage.covered
    total = coverage.total
    files = coverage.files.map { file in
      File(
        file: file.path, percent: file.percent, covered: file.covered, total: file.lines.count,
        lines: file.lines.map {
          Line(line: $0.number, hits: $0.hits, covered: $0.isCovered, missing: $0.missing)
        })
    }
  }
}
