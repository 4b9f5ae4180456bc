/// What `rules accept` rewrote, and what it left.
package struct RuleAcceptJSON: Encodable, Sendable {
  package var accepted: Int
  /// Cases that still do not pass.
  package var left: Int
  package var cases: [Case]

  package struct Case: Encodable, Sendable {
    package var file: String
    package var line: Int
    package var name: String
    @OrNull package var mode: String?
    package var guarded: Bool
    package var accepted: Bool
    /// Why it was left; null when it was accepted.
    @OrNull package var reason: String?
    package var changes: [Change]
  }

  package struct Change: Encodable, Sendable {
    package var what: String
    package var before: String
    package var after: String
  }

  /// Each case with the reason it was left for, nil when it was accepted.
  package init(_ decisions: [(acceptance: Acceptance, reason: String?)]) {
    accepted = decisions.count { $0.reason == nil }
    left = decisions.count - accepted
    cases = decisions.map { decision in
      let result = decision.acceptance.result
      return Case(
        file: result.place.file, line: result.place.line, name: result.name, mode: result.mode,
        guarded: result.isGuard, accepted: decision.reason == nil, reason: decision.reason,
        changes: decision.acceptance.changes.map { Change(what: $0.what, before: $0.before, after: $0.after) }
      )
    }
  }
}
