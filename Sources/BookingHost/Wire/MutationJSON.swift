/// Which changes to the rules no test notices.
package struct MutationJSON: Encodable, Sendable {
  package var total: Int
  package var killed: Int
  /// Changes that the host itself does not load.
  package var invalid: Int
  package var survived: [Survivor]

  package struct Survivor: Encodable, Sendable {
    package var file: String
    package var line: Int
    package var column: Int
    /// `bound`, `comparison`, `flag` and so on.
    package var kind: String
    /// `12 → 13`
    package var change: String
    /// The line as it is, and as it could be without a test noticing.
    package var before: String
    package var after: String
  }

  /// `sources` are the rule files, text by path.
  package init(_ report: MutationReport, sources: [String: String]) {
    total = report.total
    killed = report.killed
    invalid = report.invalid
    survived = report.survivors.map { mutant in
      let source = sources[mutant.file] ?? ""
      let lines = mutant.lines(in: source)
      return Survivor(
        file: mutant.file, line: mutant.range.start.line, column: mutant.range.start.column,
        kind: mutant.kind.rawValue, change: mutant.change(in: source), before: lines.before,
        after: lines.after)
    }
  }
}
