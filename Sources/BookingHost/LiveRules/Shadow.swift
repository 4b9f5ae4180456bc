/// Rules that decide beside the live ones and change nothing: what a candidate would have said is written
/// down where it differs.
package struct Shadow: Sendable {
  package var book: RuleBook
  /// Where it was read from.
  package var directory: String

  package init(book: RuleBook, directory: String) {
    self.book = book
    self.directory = directory
  }

  /// What the live rules and the candidate said to one request.
  package struct Comparison: Hashable, Sendable {
    package var candidate: String
    package var directory: String
    package var at: Instant
    package var restaurantID: String
    package var bookingID: String?
    package var mode: String
    package var liveRevision: String
    package var live: Answer
    package var shadow: Answer

    package var isEqual: Bool { live == shadow }
  }

  /// As much of a verdict as is compared.
  package struct Answer: Hashable, Sendable {
    package var outcome: Verdict.Outcome
    /// Without messages, which may quote the guest.
    package var issues: [Issue]
    package var effects: [Effect]
    /// Whether a rule failed.
    package var hasFailed = false

    /// Lines move from one version of a file to the next, and words are no decision.
    package static func == (a: Answer, b: Answer) -> Bool {
      a.outcome == b.outcome && a.effects.map(\.plain) == b.effects.map(\.plain)
        && a.issues.map(\.plain) == b.issues.map(\.plain)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(outcome) }
  }
}

extension Shadow.Answer {
  init(_ verdict: Verdict) {
    self.init(outcome: verdict.outcome, issues: verdict.issues, effects: verdict.effects)
  }

  init(_ error: RuleError) {
    let issue = Issue(code: RuleError.decisionCode, message: "", rule: error.rule)
    self.init(outcome: .refused, issues: [issue], effects: [], hasFailed: true)
  }

  var effectsOnly: [Effect] { effects.map(\.plain) }
}

extension Effect {
  /// The effect without the line that asked for it.
  fileprivate var plain: Effect { Effect(action: action, skipped: skipped) }
}

extension Issue {
  /// The finding without its line and its words.
  fileprivate var plain: Issue { Issue(code: code, field: field, message: "", severity: severity) }
}

extension Shadow {
  /// What the candidate says to a request that the live rules have decided.
  func compare(_ visit: BookingDesk.Visit, _ attempt: BookingDesk.Attempt, bookingID: String?) -> Comparison {
    Comparison(
      candidate: book.revision, directory: directory, at: visit.now, restaurantID: visit.restaurant.id,
      bookingID: bookingID, mode: visit.request.mode, liveRevision: attempt.revision,
      live: Shadow.answer(attempt), shadow: answer(visit, attempt.facts))
  }

  private func answer(_ visit: BookingDesk.Visit, _ facts: Facts) -> Answer {
    do {
      return Answer(
        try book.decide(
          mode: visit.request.mode, draft: visit.draft, facts: facts,
          overrideReason: visit.request.overrideReason))
    } catch {
      return Answer(error as? RuleError ?? RuleError(.runtime, "the decision could not be made", at: nil))
    }
  }

  private static func answer(_ attempt: BookingDesk.Attempt) -> Answer {
    switch attempt.conclusion {
    case .decided(let verdict): Answer(verdict)
    case .failed(let error): Answer(error)
    }
  }
}
