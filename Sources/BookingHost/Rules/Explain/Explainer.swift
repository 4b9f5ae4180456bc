/// Explains decisions of one rule book.
///
/// The decision that is shown is made by ordinary evaluators. It is made once more with probes in the files,
/// for the lines and values beside it; where the two differ, which happens near a limit only, nothing is
/// shown beside it.
package struct Explainer: Sendable {
  package let rules: RuleBook

  package init(_ rules: RuleBook) {
    self.rules = rules
  }

  /// What is to be explained.
  package struct Question: Sendable {
    package var mode: String
    package var draft: Draft
    package var facts: Facts
    package var overrideReason: String?
    /// Whether the facts are those of any day, as facts written by hand are.
    package var everyDayIsAlike: Bool

    package init(
      mode: String, draft: Draft, facts: Facts, overrideReason: String? = nil, everyDayIsAlike: Bool
    ) {
      self.mode = mode
      self.draft = draft
      self.facts = facts
      self.overrideReason = overrideReason
      self.everyDayIsAlike = everyDayIsAlike
    }
  }

  package func explain(_ question: Question) -> Explanation {
    let decided = Result {
      try rules.decide(
        mode: question.mode, draft: question.draft, facts: question.facts,
        overrideReason: question.overrideReason)
    }.mapError { $0 as? RuleError ?? RuleError(kind: .runtime, message: "the decision failed", rule: nil) }
    var explanation: Explanation
    switch decided {
    case .success(let verdict):
      explanation = Explanation(verdict, question.mode, rules.policy(question.mode))
      explanation.alternatives = alternatives(to: verdict, question)
    case .failure(let error):
      explanation = Explanation(error, question.mode, question.facts, revision: rules.revision)
    }
    annotate(&explanation, question, decided)
    return explanation
  }

  private func alternatives(to verdict: Verdict, _ question: Question) -> [Alternative] {
    guard verdict.isRefusedForThePlan else { return [] }
    let around = GivenSurroundings(verdict.facts, everyDayIsAlike: question.everyDayIsAlike)
    var search = AlternativeSearch(rules, mode: question.mode, draft: question.draft, around: around)
    return search.nearest(to: verdict)
  }

  // MARK: Lines

  private func annotate(
    _ explanation: inout Explanation, _ question: Question, _ decided: Result<Verdict, RuleError>
  ) {
    guard rules.policy(question.mode) != nil else { return }
    var book: TracedRuleBook?
    var trace = DecisionTrace()
    do throws(RuleBookError) {
      let files = rules.files.deciding(question.mode)
      book = try TracedRuleBook(files: files, limits: Explainer.limits(for: decided))
    } catch {
      explanation.remark = "The rules cannot be followed line by line: \(error.description)"
    }
    if let book {
      let again: Result<Verdict, RuleError>
      (again, trace) = book.trace(
        mode: question.mode, draft: question.draft, facts: question.facts,
        overrideReason: question.overrideReason)
      if !Explainer.agree(decided, again) {
        trace = DecisionTrace()
        explanation.remark =
          "Followed line by line the rules come to their limits sooner, so no values can be shown."
      }
    }
    let annotation = SourceAnnotation(explanation, rules.files, book, trace)
    explanation.calls = annotation.calls
    explanation.files = annotation.files
  }

  /// What has met a limit is stopped by the same one again: an endless loop needs no longer to show itself.
  private static func limits(for decided: Result<Verdict, RuleError>) -> RuleLimits {
    if case .failure(let error) = decided, error.kind.isLimit { return .standard }
    return .tracing
  }

  private static func agree(_ a: Result<Verdict, RuleError>, _ b: Result<Verdict, RuleError>) -> Bool {
    switch (a, b) {
    case (.success(let a), .success(var b)):
      // Of the mode's own files only.
      b.revision = a.revision
      return a == b
    case (.failure(let a), .failure(let b)):
      return a.kind == b.kind && (a.kind.isLimit || a.rule == b.rule)
    default: return false
    }
  }
}

extension RuleFiles {
  /// The files of one mode: its own and what it may require.
  fileprivate func deciding(_ mode: String) -> RuleFiles {
    RuleFiles(texts: texts.filter { $0.key == mode + ".lua" || $0.key.hasPrefix("lib/") })
  }
}

extension RuleError.Kind {
  fileprivate var isLimit: Bool { rawValue.hasPrefix("limit") }
}

extension Explanation {
  init(_ verdict: Verdict, _ mode: String, _ policy: Policy?) {
    self.init(
      mode: mode, revision: verdict.revision, now: verdict.facts.now, facts: verdict.facts,
      outcome: verdict.outcome, issues: verdict.issues.map { ExplainedIssue($0, policy) },
      effects: verdict.effects.map { StoredEffect($0) })
  }

  /// A rule that failed refuses the booking.
  package init(_ error: RuleError, _ mode: String, _ facts: Facts, revision: String?) {
    let issue = Issue(code: RuleError.decisionCode, message: error.message, rule: error.rule)
    self.init(
      mode: mode, revision: revision, now: facts.now, facts: facts, outcome: .refused,
      issues: [ExplainedIssue(issue, nil)], effects: [], error: error)
  }
}

extension Explanation {
  /// Shows the lines that findings and effects name, where nothing could be decided.
  mutating func show(_ rules: RuleFiles) {
    files = SourceAnnotation(self, rules, nil, DecisionTrace()).files
  }
}

extension ExplainedIssue {
  init(_ issue: Issue, _ policy: Policy?) {
    self.issue = issue
    // A code of the operator's own is as hard and says what its call in `check` says.
    severity = policy?.tables.severity[issue.code]?.place
    message = policy?.tables.messages[issue.code]?.place
  }
}
