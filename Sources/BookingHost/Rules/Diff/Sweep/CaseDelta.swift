/// How two rule sets' answers to one case compare, as far as it matters for what is reported.
package struct CaseDelta: Hashable, Sendable {
  /// Nil where a rule failed.
  package var before: Verdict.Outcome?
  package var after: Verdict.Outcome?
  /// Whether either passes on an override.
  var isOverridden = false
  /// Everything in which they differ, in order.
  package var changes: [AspectChange] = []
  /// Codes that both find.
  var shared: [String] = []

  var failed: Bool { before == nil || after == nil }
  var passBoth: Bool { CaseDelta.passes(before) && CaseDelta.passes(after) }
  package var isChanged: Bool { !changes.isEmpty }

  static func passes(_ outcome: Verdict.Outcome?) -> Bool { outcome == .confirmed || outcome == .pending }
}

/// What of an answer can differ.
package enum Aspect: Hashable, Sendable {
  /// A rule fails.
  case failure
  case issue(code: String, field: String?)
  /// The outcome, where no issue accounts for it: the status of a new booking.
  case outcome
  /// The nth effect of its kind and name: `email confirmation`.
  case effect(String, Int)
  case covers, duration, source, label
  /// What is stored for a field: a default that is filled in, or a number in another form.
  case value(String)
  /// What is said of an issue that both find.
  case words(String)

  /// Whether there is something to compare only where both let the booking pass.
  var isOfBookings: Bool {
    switch self {
    case .effect, .covers, .duration, .source, .label, .value: true
    case .failure, .issue, .outcome, .words: false
    }
  }
}

/// One difference. A value that is not there is nil.
package struct AspectChange: Hashable, Sendable {
  package var aspect: Aspect
  package var before: String?
  package var after: String?
}

extension CaseDelta {
  /// Compares two answers.
  init(_ before: SweepVerdict, _ after: SweepVerdict) {
    guard case .decided(let a) = before, case .decided(let b) = after else {
      self = CaseDelta(failing: before, after)
      return
    }
    self.before = a.outcome
    self.after = b.outcome
    isOverridden = a.terms.overriddenAs != nil || b.terms.overriddenAs != nil
    compareIssues(a, b)
    if a.outcome != b.outcome, changes.isEmpty {
      changes.append(
        AspectChange(aspect: .outcome, before: a.outcome.rawValue, after: b.outcome.rawValue))
    }
    if passBoth {
      compareEffects(a.effects, b.effects)
      compareTerms(a.terms, b.terms)
      compareValues(a.values, b.values)
    }
  }

  private init(failing before: SweepVerdict, _ after: SweepVerdict) {
    self.before = before.outcome
    self.after = after.outcome
    if before.failure != after.failure {
      changes = [AspectChange(aspect: .failure, before: before.failure, after: after.failure)]
    }
  }

  private mutating func compareIssues(_ before: Verdict, _ after: Verdict) {
    func key(_ issue: Issue) -> Aspect { .issue(code: issue.code, field: issue.field) }
    func hardest(_ issues: [Issue], _ aspect: Aspect) -> Issue? { issues.first { key($0) == aspect } }
    var seen: Set<Aspect> = []
    for issue in before.issues + after.issues where seen.insert(key(issue)).inserted {
      let (a, b) = (hardest(before.issues, key(issue)), hardest(after.issues, key(issue)))
      if a?.severity != b?.severity {
        changes.append(
          AspectChange(aspect: key(issue), before: a?.severity.words, after: b?.severity.words))
      } else {
        shared.append(issue.code)
        if a?.message != b?.message { changes.append(AspectChange(aspect: .words(issue.code))) }
      }
    }
  }

  private mutating func compareEffects(_ before: [Effect], _ after: [Effect]) {
    let (a, b) = (CaseDelta.values(before), CaseDelta.values(after))
    for name in a.names + b.names.filter({ !a.names.contains($0) }) where a.values[name] != b.values[name] {
      changes.append(AspectChange(aspect: name, before: a.values[name], after: b.values[name]))
    }
  }

  /// Each effect by what it is, in order; the second of its kind counts as another.
  private static func values(_ effects: [Effect]) -> (names: [Aspect], values: [Aspect: String]) {
    var counts: [String: Int] = [:]
    var names: [Aspect] = []
    var values: [Aspect: String] = [:]
    for effect in effects {
      let name = effect.action.name
      let aspect = Aspect.effect(name, counts[name, default: 0])
      counts[name, default: 0] += 1
      names.append(aspect)
      values[aspect] = effect.words
    }
    return (names, values)
  }

  private mutating func compareTerms(_ before: BookingTerms, _ after: BookingTerms) {
    let pairs: [(Aspect, String?, String?)] = [
      (.covers, String(before.covers), String(after.covers)),
      (.duration, String(before.durationMinutes), String(after.durationMinutes)),
      (.source, before.source, after.source), (.label, before.label, after.label),
    ]
    for (aspect, a, b) in pairs where a != b {
      changes.append(AspectChange(aspect: aspect, before: a, after: b))
    }
  }
}

extension CaseDelta {
  private mutating func compareValues(_ before: BookingValues, _ after: BookingValues) {
    let own = Set(before.own.keys).union(after.own.keys).sorted()
    for field in Field.core + own {
      let (a, b) = (before.stored(field), after.stored(field))
      if a != b { changes.append(AspectChange(aspect: .value(field), before: a, after: b)) }
    }
  }
}

extension BookingValues {
  /// What a booking keeps of a field, in words.
  fileprivate func stored(_ field: String) -> String? {
    if let normal = normalised[field] { return normal }
    return switch self[field] {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .boolean(let truth): truth ? "yes" : "no"
    case nil: nil
    }
  }
}

extension Issue.Severity {
  /// `refuse`, `warn`, `override by manager`.
  fileprivate var words: String { role.map { "override by \($0.rawValue)" } ?? name }
}

extension Effect {
  /// All of it but its name and line.
  fileprivate var words: String {
    if let skipped, case .none = action { return skipped }
    let state = skipped == nil ? "" : " (left out)"
    switch action {
    case .email(_, nil): return "at once" + state
    case .email(_, let minutes?): return "\(minutes) minutes before" + state
    case .loyalty(let points, let reason): return "\(points)" + (reason.map { " for \($0)" } ?? "") + state
    case .notify(_, let message): return (message.map { "“\($0)”" } ?? "told") + state
    case .webhook: return "called" + state
    case .none: return "left out"
    }
  }
}
