/// Lays what came out beside what a case expects.
struct RuleTestComparison {
  private(set) var differences: [RuleTestDifference] = []
  /// Where the rules decided what is not as expected.
  private(set) var deciding: [RuleTestResult.Deciding] = []
  private let expected: RuleExpectation

  init(_ expected: RuleExpectation, _ answer: RuleTestAnswer, policy: Policy?) {
    self.expected = expected
    switch answer {
    case .returned(let values): compareReturned(values)
    case .failed(let error): compare(error)
    case .decided(let verdict, let following):
      compareOutcome(verdict)
      compareIssues(verdict)
      compareEffects(following ?? verdict.effects, verdict, isEvent: following != nil)
      compareValues(verdict, policy)
      compareTerms(verdict, policy)
    }
  }

  /// `accepted` is what a test file would say instead.
  private mutating func differ(
    _ what: String, _ expected: String, _ actual: String, accepted: PackedValue?
  ) {
    differences.append(
      RuleTestDifference(what: what, expected: expected, actual: actual, accepted: accepted?.inLua))
  }

  private mutating func compare(_ what: String, _ expected: PackedValue?, _ actual: PackedValue) {
    guard let expected, expected != actual else { return }
    differ(what, expected.words, actual.words, accepted: actual)
  }

  // MARK: Errors and functions

  /// A rule that failed is expected as such, or else spoils everything that was.
  private mutating func compare(_ error: RuleError) {
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
    guard returns != actual else { return }
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

  private mutating func compareIssues(_ verdict: Verdict) {
    let found = verdict.issues.map(\.code)
    if let issues = expected.issues, Set(issues) != Set(found) {
      differ("issues", Words.codes(issues), Words.codes(found), accepted: Words.list(found))
      decide(found.filter { !issues.contains($0) }, verdict)
    }
    if let included = expected.included, !Set(included).isSubset(of: found) {
      let kept = included.filter(found.contains)
      differ(
        "issues_include", Words.codes(included), Words.codes(found),
        accepted: Words.list(kept.isEmpty ? found : kept))
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

  private mutating func note(_ deciding: RuleTestResult.Deciding) {
    if !self.deciding.contains(deciding) { self.deciding.append(deciding) }
  }

  private mutating func compareEffects(_ effects: [Effect], _ verdict: Verdict, isEvent: Bool) {
    for (kind, expected) in expected.effects.sorted(by: { $0.key < $1.key }) {
      let asked = effects.filter { $0.action.kind == kind }
      guard !expected.isMet(by: asked) else { continue }
      let nothing = verdict.passes || isEvent ? "none" : "none: the booking is not made"
      differ(
        "effects.\(kind)", expected.words,
        asked.isEmpty ? nothing : asked.map(\.words).joined(separator: ", "), accepted: asked.expected)
      for effect in asked { note(RuleTestResult.Deciding(what: kind, rule: effect.rule)) }
    }
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
    compare("access", expected.access.map { .text($0.rawValue) }, PackedValue(policy?.access.rawValue))
    compare("offered", expected.offered.map { .boolean($0) }, .boolean(policy?.offered ?? false))
  }
}

extension RuleExpectation.Effects {
  func isMet(by asked: [Effect]) -> Bool {
    switch self {
    case .none: asked.isEmpty
    case .skipped: !asked.isEmpty && asked.allSatisfy { $0.skipped != nil }
    case .queued: !asked.isEmpty && asked.allSatisfy { $0.skipped == nil }
    case .these(let items): areMet(items, by: asked.filter { $0.skipped == nil })
    }
  }

  /// One effect for each item, in any order, and none over.
  private func areMet(_ items: [RuleExpectation.Item], by asked: [Effect]) -> Bool {
    var left = asked
    for item in items.sorted(by: { $0.beforeMinutes != nil && $1.beforeMinutes == nil }) {
      guard let index = left.firstIndex(where: { item.isMet(by: $0.action) }) else { return false }
      left.remove(at: index)
    }
    return left.isEmpty
  }

  var words: String {
    switch self {
    case .none: "none"
    case .skipped: "skipped"
    case .queued: "queued"
    case .these(let items): items.map(\.words).joined(separator: ", ")
    }
  }
}

extension RuleExpectation.Item {
  fileprivate func isMet(by action: Effect.Action) -> Bool {
    switch action {
    case .email(let template, let minutes):
      name == template && (beforeMinutes == nil || beforeMinutes == minutes)
    case .loyalty(let points, _): self.points == points
    case .notify(let channel, _): name == channel
    case .webhook(let event): name == event
    case .none: false
    }
  }

  fileprivate var words: String {
    let what = name ?? "\(points ?? 0) points"
    return beforeMinutes.map { "\(what) \($0) minutes before" } ?? what
  }
}

extension Effect {
  /// What it is, for a difference: "confirmation", "20 points", "skipped (no email address was given)".
  fileprivate var words: String {
    if let skipped { return "skipped (\(skipped))" }
    switch action {
    case .email(let template, let minutes):
      return minutes.map { "\(template) \($0) minutes before" } ?? template
    case .loyalty(let points, _): return "\(points) points"
    case .notify(let channel, _): return channel
    case .webhook(let event): return event
    case .none(let kind): return kind
    }
  }
}

extension [Effect] {
  /// Effects of one kind as a test file would expect them.
  fileprivate var expected: PackedValue {
    if isEmpty { return .boolean(false) }
    let queued = filter { $0.skipped == nil }
    if queued.isEmpty { return .text("skipped") }
    return queued.count == 1 ? queued[0].action.expected : .list(queued.map(\.action.expected))
  }
}

extension Effect.Action {
  fileprivate var expected: PackedValue {
    switch self {
    case .email(let template, nil): .text(template)
    case .email(let template, let minutes?):
      .record([
        PackedEntry(key: "1", value: .text(template)),
        PackedEntry(key: "before_minutes", value: .integer(minutes)),
      ])
    case .loyalty(let points, _): .integer(points)
    case .notify(let channel, _): .text(channel)
    case .webhook(let event): .text(event)
    case .none: .text("skipped")
    }
  }
}

/// Words that differences are told in.
private enum Words {
  static func list(_ codes: [String]) -> PackedValue {
    var seen: Set<String> = []
    return .list(codes.filter { seen.insert($0).inserted }.map { .text($0) })
  }

  static func codes(_ codes: [String]) -> String {
    codes.isEmpty ? "none" : codes.joined(separator: ", ")
  }
}

extension PackedValue {
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }

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
