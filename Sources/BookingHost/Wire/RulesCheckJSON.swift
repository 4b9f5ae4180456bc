/// What `rules check` found.
package struct RulesCheckJSON: Encodable, Sendable {
  /// Whether nothing is wrong. Tests count: one that is no Lua makes it false, and keeps no rule from use.
  package var ok: Bool
  /// The hash of the rules; null when they cannot be used.
  @OrNull package var revision: String?
  package var modes: [String]
  package var errors: [Finding]
  /// A sentence for each warning.
  package var warnings: [String]
  /// Errors and warnings by file, line and column.
  package var findings: [Finding]

  package struct Finding: Encodable, Sendable {
    /// The kind of mistake, in snake case.
    package var code: String
    package var message: String
    /// `ops.lua:42`
    @OrNull package var rule: String?
    /// `error` or `warning`.
    package var severity: String
    @OrNull package var file: String?
    @OrNull package var line: Int?
    @OrNull package var column: Int?
    /// What to write instead.
    @OrNull package var suggestion: String?

    init(_ finding: RuleFinding) {
      code = finding.code
      message = finding.message
      rule = finding.rule
      severity = finding.severity.rawValue
      file = finding.file
      line = finding.line
      column = finding.column
      suggestion = finding.suggestion
    }
  }

  package init(_ report: RuleCheckReport) {
    ok = report.isClean
    revision = report.revision
    modes = report.modes
    errors = report.errors.map(Finding.init)
    warnings = report.warnings.map(RulesCheckJSON.sentence)
    findings = report.findings.map(Finding.init)
  }

  private static func sentence(_ warning: RuleFinding) -> String {
    guard let place = warning.rule else { return warning.message }
    return place + (warning.code == "ignored_file" ? " is " : ": ") + warning.message
  }
}
