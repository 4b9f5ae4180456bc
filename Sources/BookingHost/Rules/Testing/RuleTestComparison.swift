/// Lays what came out beside what a case expects.
struct RuleTestComparison {
  private(set) var differences: [RuleTestDifference] = []
  /// Where the rules decided what is not as expected.
  private(set) var deciding: [RuleTestResult.Deciding] = []
  let expected: RuleExpectation

  init(_ expected: RuleExpectation, _ answer: RuleTestAnswer, policy: Policy?) {
    self.expected = expected
    switch answer {
    case .returned(let values): compareReturned(values)
    case .failed(let error): compare(error)
    case .decided(let verdict, let following):
      compareOutcome(verdict)
      compareIssues(verdict, policy)
      compareEffects(following ?? verdict.effects, verdict, isEvent: following != nil)
      compareValues(verdict, policy)
      compareTerms(verdict, policy)
    }
  }

  /// `accepted` is what a test file would say instead.
  mutating func differ(
    _ what: String, _ expected: String, _ actual: String, accepted: PackedValue?
  ) {
    differences.append(
      RuleTestDifference(what: what, expected: expected, actual: actual, accepted: accepted?.inLua))
  }

  mutating func compare(_ what: String, _ expected: PackedValue?, _ actual: PackedValue) {
    guard let expected, expected.asCompared != actual.asCompared else { return }
    differ(what, expected.words, actual.words, accepted: actual)
  }

  // MARK: Errors and functions

  /// A rule that failed is expected as such, or else spoils everything that was.
  mutating func compare(_ error: RuleError) {
    let isExpected = expected.outcome == .error
    if !isExpected {
      let hoped = expected.outcome?.rawValue ?? (expected.returns == nil ? "a decision" : "an answer")
      // A rule that fails is to be mended, not expected.
      differ("expect", hoped, "error: \(error.message)", accepted: nil)
    }
    if isExpected, let issues = expected.issues ?? expected.included, issues != [RuleError.decisionCode] {
      differ(
        expected.issues == nil ? "issues_include" : "issues", Words.codes(issues), RuleError.decisionCode,
        accepted: Words.list([RuleError.decisionCode]))
    }
    deciding.append(.init(what: RuleError.decisionCode, rule: error.rule))
  }

  private mutating func compareReturned(_ values: [PackedValue]) {
    guard let returns = expected.returns else { return }
    let actual = returns.indices.map { $0 < values.count ? values[$0] : .none }
    guard returns.map(\.asCompared) != actual.map(\.asCompared) else { return }
    differ(
      "returns", returns.map(\.inLua).joined(separator: ", "), actual.map(\.inLua).joined(separator: ", "),
      accepted: actual.count == 1 ? actual[0] : .list(actual))
  }

  // MARK: Decisions

  private mutating func compareOutcome(_ verdict: Verdict) {
    guard let outcome = expected.outcome, outcome.rawValue != verdict.outcome.rawValue else { return }
    differ(
      "expect", outcome.rawValue, verdict.outcome.rawValue, accepted: .text(verdict.outcome.rawValue))
    if verdict.issues.isEmpty { return }
    decide(verdict.issues.map(\.code), verdict)
  }

  private mutating func compareIssues(_ verdict: Verdict, _ policy: Policy?) {
    let found = verdict.issues.map(\.code)
    let words = Words.codes(found.map { $0 + Words.hint($0, policy) })
    if let issues = expected.issues, Set(issues) != Set(found) {
      differ("issues", Words.codes(issues), words, accepted: Words.list(found))
      decide(found.filter { !issues.contains($0) }, verdict)
    }
    if let included = expected.included, !Set(included).isSubset(of: found) {
      let kept = included.filter(found.contains)
      differ(
        "issues_include", Words.codes(included), words, accepted: Words.list(kept.isEmpty ? found : kept))
      decide(found.filter { !included.contains($0) }, verdict)
    }
    for (code, message) in expected.messages.sorted(by: { $0.key < $1.key }) {
      let told = verdict.issues.first { $0.code == code }?.message
      guard message != told else { continue }
      differ("messages.\(code)", message ?? "none", told ?? "none", accepted: PackedValue(told))
      decide([code], verdict)
    }
  }

  private mutating func decide(_ codes: [String], _ verdict: Verdict) {
    for issue in verdict.issues where codes.contains(issue.code) {
      note(RuleTestResult.Deciding(what: issue.code, rule: issue.rule))
    }
  }

  mutating func note(_ deciding: RuleTestResult.Deciding) {
    if !self.deciding.contains(deciding) { self.deciding.append(deciding) }
  }

  private mutating func compareValues(_ verdict: Verdict, _ policy: Policy?) {
    for (field, value) in expected.values.sorted(by: { $0.key < $1.key }) {
      if let policy, !policy.names.contains(field) || Field.plan.contains(field) {
        let hint = closest(to: field, among: policy.fields.map(\.name)).map { "; did you mean \($0)?" } ?? ""
        differ("values.\(field)", value.words, "the mode has no field `\(field)`\(hint)", accepted: nil)
        continue
      }
      let kept = verdict.values.normalised[field].map { .text($0) } ?? verdict.values[field]
      compare("values.\(field)", value, kept.map(PackedValue.init) ?? .none)
    }
  }

  private mutating func compareTerms(_ verdict: Verdict, _ policy: Policy?) {
    let terms = verdict.terms
    compare("covers", expected.covers.map { .integer($0) }, .integer(terms.covers))
    compare("duration", expected.duration.map { .integer($0) }, .integer(terms.durationMinutes))
    compare("source", expected.source.map { .text($0) }, .text(terms.source))
    compare("label", expected.label.map { PackedValue($0) }, PackedValue(terms.label))
    compare("match", expected.match.map { .text($0.rawValue) }, .text(terms.guests.contact.rawValue))
    compare("same_name", expected.sameName.map { .boolean($0) }, .boolean(terms.guests.sameName))
    compare("access", expected.access.map { .text($0.rawValue) }, PackedValue(policy?.access.rawValue))
    compare("offered", expected.offered.map { .boolean($0) }, .boolean(policy?.offered ?? false))
  }
}

/// Words that differences are told in.
private enum Words {
  static func list(_ codes: [String]) -> PackedValue {
    var seen: Set<String> = []
    return .list(codes.filter { seen.insert($0).inserted }.map { .text($0) })
  }

  /// What was meant by a field that there is not: likely a slip of the test file.
  static func hint(_ code: String, _ policy: Policy?) -> String {
    guard let policy, code.hasSuffix("_unknown") else { return "" }
    let field = String(code.dropLast("_unknown".count))
    return closest(to: field, among: policy.names.subtracting([field])).map { " (did you mean \($0)?)" } ?? ""
  }

  static func codes(_ codes: [String]) -> String {
    codes.isEmpty ? "none" : codes.joined(separator: ", ")
  }
}

extension PackedValue {
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }

  /// The value as it is compared: 4.0 is 4, as in Lua.
  fileprivate var asCompared: PackedValue {
    switch self {
    case .number(let number): Int(exactly: number).map { .integer($0) } ?? self
    case .list(let elements): .list(elements.map(\.asCompared))
    case .record(let entries):
      .record(entries.map { PackedEntry(key: $0.key, value: $0.value.asCompared) })
    default: self
    }
  }

  /// The value for a difference: a text as it is, nothing as "none".
  fileprivate var words: String {
    switch self {
    case .none: "none"
    case .text(let text): text
    default: inLua
    }
  }

  init(_ answer: Answer) {
    switch answer {
    case .text(let text): self = .text(text)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .boolean(let truth): self = .boolean(truth)
    }
  }
}
