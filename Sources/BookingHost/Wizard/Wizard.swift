/// The booking wizard: plan, details, review, confirmed. One machine for guests and staff; what differs
/// between them comes in with the verdicts.
///
/// It does nothing itself. An event goes in, and the action it answers says what its shell is to do next:
/// ask the rules, make the booking, or show a step. States and events are values, so a shell may keep a
/// wizard in a terminal, a page or a token.
public struct Wizard: Hashable, Sendable {
  /// The mode whose rules decide. Fixed: no event changes it.
  public let mode: String
  public private(set) var step: Step
  public private(set) var draft: Draft
  /// What is wrong at the present step, as last decided.
  public private(set) var issues: [Issue]
  /// Why a rule that allows it should be overridden.
  public private(set) var overrideReason: String?
  /// What the rules said last.
  public private(set) var verdict: Verdict?
  /// The step that a verdict is awaited for.
  private var awaited: Step?

  public enum Step: Int, CaseIterable, Hashable, Comparable, Sendable {
    case plan, details, review, confirmed

    public static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  public enum Event: Hashable, Sendable {
    /// An answer to one question; nil takes it back. Returns to the step the question belongs to when that
    /// is behind the present one.
    case answer(String, Answer?)
    /// The person is done with this step.
    case next
    case back
    /// The person wants to see an earlier step again.
    case edit(Step)
    /// A reason for an override; nil takes it back.
    case reason(String?)
    /// What the rules said, after `Action.decide`.
    case decided(Verdict)
    /// The booking was made, after `Action.book`.
    case booked
    /// The booking was not made, after `Action.book`: the slot may have gone meanwhile.
    case refused([Issue])
  }

  public enum Action: Hashable, Sendable {
    /// Show the present step, with its issues.
    case show(Step)
    /// Ask the rules about the draft, and tell the wizard.
    case decide(Draft, RuleBook.Scope)
    /// Make the booking, and tell the wizard.
    case book(Draft)
    /// Nothing is left to do.
    case finish
  }

  public init(mode: String, draft: Draft = Draft(), overrideReason: String? = nil) {
    self.mode = mode
    self.draft = draft
    self.overrideReason = overrideReason
    step = .plan
    issues = []
  }

  /// Takes an event in and says what to do next. An event that makes no sense now changes nothing.
  public mutating func advance(_ event: Event) -> Action {
    guard step != .confirmed else { return .finish }
    switch event {
    case .answer(let field, let answer): return take(field, answer)
    case .next: return next()
    case .back: return show(Step(rawValue: step.rawValue - 1) ?? .plan)
    case .edit(let wanted): return show(min(wanted, step))
    case .reason(let reason): return take(reason)
    case .decided(let verdict): return judge(verdict)
    case .booked: return booked()
    case .refused(let issues): return refused(issues)
    }
  }
}

extension Wizard {
  private mutating func take(_ field: String, _ answer: Answer?) -> Action {
    draft[field] = answer
    issues.removeAll { $0.field == field }
    awaited = nil
    let home: Step = Field.ofPlanStep.contains(field) ? .plan : .details
    return .show(min(step, home) == step ? step : moved(to: home))
  }

  private mutating func take(_ reason: String?) -> Action {
    overrideReason = reason
    awaited = nil
    issues.removeAll { $0.field == "override_reason" }
    return .show(step)
  }

  private mutating func next() -> Action {
    awaited = step
    switch step {
    case .plan: return .decide(draft, .plan)
    case .details: return .decide(draft, .booking)
    case .review, .confirmed: return .book(draft)
    }
  }

  /// Moves on when nothing of this step stands in the way.
  private mutating func judge(_ verdict: Verdict) -> Action {
    guard awaited == step, step < .review else { return .show(step) }
    awaited = nil
    self.verdict = verdict
    issues = step == .plan ? verdict.issues.filter(\.isAboutThePlan) : verdict.issues
    if step == .plan ? planPasses(verdict) : verdict.passes {
      return show(step == .plan ? .details : .review, keeping: issues)
    }
    return .show(earliestStep(of: issues))
  }

  private func planPasses(_ verdict: Verdict) -> Bool {
    if verdict.passes { return true }
    // An override is settled with its reason at the end, once it is known who books.
    return verdict.outcome == .override && overrideReason != nil
      && issues.allSatisfy { $0.severity != .refuse }
  }

  private mutating func booked() -> Action {
    guard step == .review, awaited == .review else { return .show(step) }
    step = .confirmed
    issues = []
    return .finish
  }

  /// Nothing that was typed is lost: the wizard goes back to where the trouble is.
  private mutating func refused(_ found: [Issue]) -> Action {
    guard step == .review, awaited == .review else { return .show(step) }
    awaited = nil
    issues = found
    step = earliestStep(of: found)
    return .show(step)
  }

  private mutating func show(_ wanted: Step, keeping kept: [Issue] = []) -> Action {
    awaited = nil
    issues = kept.filter { $0.severity == .warn || $0.severity.role != nil }
    step = wanted
    return .show(step)
  }

  private mutating func moved(to wanted: Step) -> Step {
    step = wanted
    return wanted
  }

  /// The first step that has something to put right.
  private func earliestStep(of issues: [Issue]) -> Step {
    let blocking = issues.filter { $0.severity != .warn }
    return min(step, blocking.contains(where: \.isAboutThePlan) ? .plan : .details)
  }
}
