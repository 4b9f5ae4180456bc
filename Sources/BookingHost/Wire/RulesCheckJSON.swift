/// What `rules check` found.
package struct RulesCheckJSON: Encodable, Sendable {
  package var ok: Bool
  /// The hash of the rules; null when they cannot be used.
  @OrNull package var revision: String?
  package var modes: [String]
  package var errors: [Finding]
  package var warnings: [String]

  package struct Finding: Encodable, Sendable {
    /// The kind of mistake, in snake case.
    package var code: String
    package var message: String
    /// `ops.lua:42`
    @OrNull package var rule: String?
  }

  package init(_ rules: RuleBook) {
    ok = true
    revision = rules.revision
    modes = rules.modeNames
    errors = []
    warnings = rules.warnings
  }

  package init(_ error: RuleBookError) {
    ok = false
    revision = nil
    modes = []
    errors = error.errors.map { Finding(code: $0.kind.rawValue, message: $0.message, rule: $0.rule) }
    warnings = []
  }
}
