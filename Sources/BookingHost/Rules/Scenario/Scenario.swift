/// A decision that someone describes by hand: in a test, or to have it explained. What is not said is
/// as in `Facts.standard`.
package struct Scenario: Sendable {
  package var mode: String
  package var now: LocalDateTime
  /// Nil leaves it to the mode.
  package var role: Role?
  package var overrideReason: String?
  package var draft: Draft
  package var facts: Facts

  /// What is wrong with a description.
  package struct Problem: Error, Hashable, Sendable {
    /// Which part: `draft` or `facts`.
    package var part: String
    package var message: String
  }

  /// A scenario from tables of names: keys in the rules' spelling or in that of JSON, facts merged into the
  /// standard ones, nil taking a fact away.
  package init(
    mode: String, now: LocalDateTime, role: Role? = nil, overrideReason: String? = nil,
    draft: PackedValue, facts: PackedValue
  ) throws(Problem) {
    self.mode = mode
    self.now = now
    self.role = role
    self.overrideReason = overrideReason
    self.draft = try Scenario.draft(draft.withSnakeCaseKeys)
    self.facts = try Scenario.facts(facts.withSnakeCaseKeys, now: now, draft: self.draft)
    if let role { self.facts.staff.role = role }
  }

  /// What the rules say.
  package func verdict(by rules: RuleBook) throws -> Verdict {
    try rules.decide(mode: mode, draft: draft, facts: facts, overrideReason: overrideReason)
  }

  // MARK: Draft

  private static func draft(_ packed: PackedValue) throws(Problem) -> Draft {
    var draft = Draft()
    for entry in try entries(packed, "draft") {
      if entry.key == "answers" {
        for own in try entries(entry.value, "draft") { draft[own.key] = try answer(own) }
      } else {
        draft[entry.key] = try answer(entry)
      }
    }
    return draft
  }

  private static func answer(_ entry: PackedEntry) throws(Problem) -> Answer? {
    if entry.value == .none { return nil }
    guard let answer = entry.value.answer else {
      throw Problem(part: "draft", message: "`\(entry.key)` must be text, a number, true or false")
    }
    return answer
  }

  static func entries(_ packed: PackedValue, _ part: String) throws(Problem) -> [PackedEntry] {
    guard case .record(let entries) = packed else {
      throw Problem(part: part, message: "the \(part) must be a table of names")
    }
    return entries
  }
}
