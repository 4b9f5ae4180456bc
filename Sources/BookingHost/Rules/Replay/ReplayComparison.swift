/// What other rules make of a past decision.
package enum ReplayResult: Hashable, Sendable {
  /// Nobody can read what the decision was made from.
  case unreadable
  /// The other rules have no such mode.
  case modeMissing
  /// A rule of theirs fails.
  case failed(RuleError)
  case decided(ReplayComparison)
}

/// How a past decision and the one that other rules make of it differ.
package struct ReplayComparison: Hashable, Sendable {
  /// Every way in which they differ; empty when they do not.
  package var lines: [ReplayLine] = []
  package var outcome: Verdict.Outcome
  /// What is found now.
  package var issues: [Issue]

  package var kinds: Set<ReplayKind> { Set(lines.map(\.kind)) }
}

/// A way in which two decisions can differ.
package enum ReplayKind: String, CaseIterable, Hashable, Sendable {
  /// A booking was made, and would not be now.
  case newlyRefused
  /// It was refused, and would be let through now.
  case newlyAllowed
  /// Booked then and now, and other effects follow.
  case effectsChanged
  /// Booked then and now, with another status, length, cover count, source or label.
  case termsChanged
  /// Refused then and now, or booked then and now, with other findings.
  case issuesChanged
}

/// One line of a rule file that makes decisions differ.
package struct ReplayLine: Hashable, Sendable {
  package var kind: ReplayKind
  /// The issue's code, the effect (`email confirmation`) or what was laid down (`duration`).
  package var code: String
  /// `ops.lua:42`; nil for what the host itself requires.
  package var rule: String?
  /// The revision whose line it is; nil for the candidate's.
  package var revision: String?
}

extension RuleBook {
  /// Makes a past decision again by these rules, from what it was made from, and compares.
  ///
  /// An override that was given then counts, with the role it was given with. The guest's own words come
  /// from the booking's row; in an attempt that was refused they are stand-ins of the same validity.
  package func replay(_ past: PastDecision) -> ReplayResult {
    guard let snapshot = DecisionSnapshot(bytes: past.snapshot) else { return .unreadable }
    return replay(past, from: snapshot)
  }

  func replay(_ past: PastDecision, from snapshot: DecisionSnapshot) -> ReplayResult {
    guard let policy = policy(past.mode) else { return .modeMissing }
    do {
      let verdict = try decide(
        mode: past.mode, draft: past.booking?.restoring(snapshot.draft) ?? snapshot.draft,
        facts: snapshot.facts, overrideReason: snapshot.hasOverrideReason ? "a reason was given" : nil)
      let issues = ReplayComparison.knowable(verdict, past, snapshot.draft)
      var comparison = ReplayComparison(outcome: verdict.outcome, issues: issues)
      comparison.compare(past, verdict, policy)
      return .decided(comparison)
    } catch let error as RuleError {
      return .failed(error)
    } catch {
      return .failed(RuleError(kind: .runtime, message: "the decision could not be made", rule: nil))
    }
  }
}

extension ReplayComparison {
  fileprivate mutating func compare(_ past: PastDecision, _ verdict: Verdict, _ policy: Policy) {
    let blocking = ReplayComparison.blocking(issues, verdict.outcome)
    let passes = verdict.passes || (verdict.outcome == .refused && blocking.isEmpty)
    switch (past.passed, passes) {
    case (true, false): add(.newlyRefused, blocking, revision: nil)
    case (false, true):
      add(
        .newlyAllowed, ReplayComparison.blocking(past.issues, past.outcome), revision: past.revision)
    case (false, false): compareIssues(past)
    case (true, true):
      compareIssues(past)
      compareEffects(past, verdict)
      compareTerms(past, verdict, policy)
    }
  }

  /// What is found now, as far as anybody can know: an attempt that was refused has stand-ins for the guest's
  /// words, and what a stand-in is wrong for, the words themselves may have been right for.
  fileprivate static func knowable(_ verdict: Verdict, _ past: PastDecision, _ asked: Draft) -> [Issue] {
    guard past.booking == nil else { return verdict.issues }
    return verdict.issues.filter { issue in
      guard let field = issue.field, issue.code == "\(field)_invalid", asked[field]?.text != nil,
        !Placeholder.kept.contains(field)
      else { return true }
      return past.issues.contains { $0.field == field }
    }
  }

  private mutating func add(_ kind: ReplayKind, _ issues: [Issue], revision: String?) {
    for issue in issues {
      add(ReplayLine(kind: kind, code: issue.code, rule: issue.rule, revision: revision))
    }
    // Refused by nothing that is known: still a difference.
    if issues.isEmpty { add(ReplayLine(kind: kind, code: "unknown", revision: revision)) }
  }

  private mutating func add(_ line: ReplayLine) {
    if !lines.contains(line) { lines.append(line) }
  }

  /// The issues that kept a booking from being made.
  private static func blocking(_ issues: [Issue], _ outcome: Verdict.Outcome) -> [Issue] {
    switch outcome {
    case .confirmed, .pending: []
    case .refused: issues.filter { $0.severity == .refuse }
    case .override: issues.filter { $0.severity.role != nil }
    }
  }

  private mutating func compareIssues(_ past: PastDecision) {
    let appeared = issues.filter { now in !past.issues.contains { now.isSameFinding(as: $0) } }
    let gone = past.issues.filter { then in !issues.contains { then.isSameFinding(as: $0) } }
    if !appeared.isEmpty { add(.issuesChanged, appeared, revision: nil) }
    // What only bites harder or softer is told by its line in the candidate alone.
    let left = gone.filter { then in !appeared.contains { $0.code == then.code && $0.field == then.field } }
    if !left.isEmpty { add(.issuesChanged, left, revision: past.revision) }
  }

  private mutating func compareEffects(_ past: PastDecision, _ verdict: Verdict) {
    let appeared = verdict.effects.filter { now in !past.effects.contains { now.isSameEffect(as: $0) } }
    let gone = past.effects.filter { then in !verdict.effects.contains { then.isSameEffect(as: $0) } }
    for effect in appeared {
      add(ReplayLine(kind: .effectsChanged, code: effect.action.name, rule: effect.rule))
    }
    for effect in gone where !appeared.contains(where: { $0.action.name == effect.action.name }) {
      add(
        ReplayLine(
          kind: .effectsChanged, code: effect.action.name, rule: effect.rule, revision: past.revision))
    }
  }

  private mutating func compareTerms(_ past: PastDecision, _ verdict: Verdict, _ policy: Policy) {
    func differs(_ what: String, _ place: RulePlace?) {
      add(ReplayLine(kind: .termsChanged, code: what, rule: place?.description))
    }
    let tables = policy.tables
    if past.outcome != verdict.outcome { differs("status", tables.status.place) }
    guard let then = past.booking?.terms else { return }
    let now = verdict.terms
    if then.covers != now.covers { differs("covers", tables.covers?.place) }
    if then.durationMinutes != now.durationMinutes { differs("duration", tables.time.durationMinutes.place) }
    if then.source != now.source { differs("source", tables.source.place) }
    if then.label != now.label { differs("label", tables.label.place) }
  }
}

extension Issue {
  fileprivate func isSameFinding(as other: Issue) -> Bool {
    code == other.code && field == other.field && severity == other.severity
  }
}

extension Effect {
  /// Whether the same would follow: the line that asks, and the words of a reason, do not matter.
  fileprivate func isSameEffect(as other: Effect) -> Bool {
    action == other.action && (skipped == nil) == (other.skipped == nil)
  }
}

extension Effect.Action {
  /// The kind, and which of its kind: `email confirmation`.
  package var name: String {
    switch self {
    case .email(let template, _): "email \(template)"
    case .loyalty: "loyalty"
    case .notify(let channel, _): "notify \(channel)"
    case .webhook(let event): "webhook \(event)"
    case .none(let kind): "no \(kind)"
    }
  }
}
