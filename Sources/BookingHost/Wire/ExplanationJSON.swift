/// What `rules explain` says: the verdict on a scenario, or the rule that failed.
package struct ExplanationJSON: Encodable, Sendable {
  package var outcome: String
  package var issues: [IssueJSON]
  package var effects: [EffectJSON]
  @OrNull package var error: Failure?
  @OrNull package var revision: String?
  package var now: String
  @OrNull package var facts: PackedValue?

  /// What ended the decision, and where. The code says which limit was met, or what kind of mistake it is.
  package struct Failure: Encodable, Sendable {
    package var code: String
    package var message: String
    @OrNull package var rule: String?
  }

  package init(_ verdict: Verdict, of scenario: Scenario) {
    outcome = verdict.outcome.rawValue
    issues = verdict.issues.map { IssueJSON($0) }
    effects = verdict.effects.map { EffectJSON(StoredEffect($0)) }
    error = nil
    revision = verdict.revision
    now = scenario.now.description
    facts = verdict.facts.tree.withCamelCaseKeys
  }

  /// A rule that failed refuses the booking with `rule_failed`.
  package init(_ failure: RuleError, of scenario: Scenario, revision: String?) {
    outcome = Verdict.Outcome.refused.rawValue
    issues = [IssueJSON(Issue(code: RuleError.decisionCode, message: failure.message, rule: failure.rule))]
    effects = []
    error = Failure(code: failure.kind.rawValue, message: failure.message, rule: failure.rule)
    self.revision = revision
    now = scenario.now.description
    facts = scenario.facts.tree.withCamelCaseKeys
  }
}
