/// What `rules explain` says: the verdict, or the rule that failed, and the lines behind it.
package struct ExplanationJSON: Encodable, Sendable {
  package var outcome: String
  package var issues: [IssueJSON]
  package var effects: [EffectJSON]
  @OrNull package var error: Failure?
  @OrNull package var revision: String?
  package var now: String
  @OrNull package var facts: PackedValue?
  /// The lines of each file that took part.
  package var source: [String: [Line]]
  /// The functions that were asked, in order.
  package var calls: [Call]
  package var alternatives: [AlternativeJSON]
  /// Why values are missing, where they are.
  package var remark: String?
  /// The stored decision that is explained.
  package var decision: StoredDecisionJSON?

  /// What ended the decision, and where. The code says which limit was met, or what kind of mistake it is.
  package struct Failure: Encodable, Sendable {
    package var code: String
    package var message: String
    @OrNull package var rule: String?
  }

  package struct Line: Encodable, Sendable {
    package var line: Int
    package var text: String
    /// Null where nothing could run.
    @OrNull package var ran: Bool?
    package var values: [Value]
  }

  package struct Value: Encodable, Sendable {
    package var expression: String
    /// The last of `count`.
    @OrNull package var value: PackedValue?
    package var count: Int
  }

  package struct Call: Encodable, Sendable {
    /// The keys that lead to it in the mode's table, with dots.
    package var function: String
    package var rule: String
    package var results: [PackedValue]
    package var failed: Bool
  }

  /// With the lines that the verdict hangs on, or with all of every file that took part.
  package init(_ explanation: Explanation, full: Bool, decision: StoredDecisionJSON? = nil) {
    outcome = explanation.outcome.rawValue
    issues = explanation.issues.map { IssueJSON($0.issue) }
    effects = explanation.effects.map { EffectJSON($0) }
    error = explanation.error.map {
      Failure(code: $0.kind.rawValue, message: $0.message, rule: $0.rule)
    }
    revision = explanation.revision
    now = explanation.now.description
    facts = explanation.facts.tree.withCamelCaseKeys
    source = [:]
    for file in explanation.files {
      let lines = file.lines.filter { full || $0.matters }
      if !lines.isEmpty { source[file.path] = lines.map { Line($0) } }
    }
    calls = explanation.calls.map {
      Call(
        function: $0.name, rule: $0.place.description, results: $0.results.map(\.writable),
        failed: $0.hasFailed)
    }
    alternatives = explanation.alternatives.map { AlternativeJSON($0) }
    remark = explanation.remark
    self.decision = decision
  }
}

extension ExplanationJSON.Line {
  fileprivate init(_ explained: ExplainedLine) {
    self.init(
      line: explained.number, text: explained.text, ran: explained.ran,
      values: explained.values.map {
        ExplanationJSON.Value(expression: $0.expression, value: $0.value.writable, count: $0.count)
      })
  }
}

extension PackedValue {
  /// The value with what JSON has no word for as text.
  fileprivate var writable: PackedValue {
    if case .number(let number) = self, !number.isFinite { return .text("\(number)") }
    return self
  }
}

/// Which stored decision something is about.
package struct StoredDecisionJSON: Encodable, Sendable {
  package var id: String
  /// The booking that it made; null for a refusal.
  @OrNull package var reference: String?
  /// What came of it then.
  package var outcome: String
  package var at: String

  package init(_ stored: StoredQuestion) {
    id = stored.decision.id
    reference = stored.booking?.reference
    outcome = stored.decision.outcome.rawValue
    at = stored.restaurant.zone.timestamp(stored.decision.createdAt)
  }
}
