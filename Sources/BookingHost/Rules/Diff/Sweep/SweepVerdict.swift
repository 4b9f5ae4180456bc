/// What one rule set says to a case.
package enum SweepVerdict: Sendable {
  case decided(Verdict)
  case failed(RuleError)

  /// What `mode` says to a scene.
  static func of(_ scene: SweepScene, _ rules: RuleBook, _ policy: Policy) -> SweepVerdict {
    do {
      return .decided(
        try rules.decide(
          mode: policy.mode, draft: scene.draft, facts: scene.facts(access: policy.access),
          overrideReason: policy.access == .staff ? scene.overrideReason : nil))
    } catch let error as RuleError {
      return .failed(error)
    } catch {
      return .failed(RuleError(kind: .runtime, message: "the decision could not be made", rule: nil))
    }
  }

  var outcome: Verdict.Outcome? { if case .decided(let verdict) = self { verdict.outcome } else { nil } }

  /// Which line fails.
  var failure: String? { if case .failed(let error) = self { error.rule ?? "" } else { nil } }
}
