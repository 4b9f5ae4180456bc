/// What the rules say to a case.
enum RuleTestAnswer: Hashable, Sendable {
  /// A decision, and what follows the event that the case asks about.
  case decided(Verdict, following: [Effect]?)
  /// What a function returned.
  case returned([PackedValue])
  /// A rule failed.
  case failed(RuleError)
}

extension RuleTestCase {
  /// Asks the rules. Functions run in `pool`, which holds the test file's own program.
  func answer(by rules: RuleBook, _ pool: EvaluatorPool) -> RuleTestAnswer {
    do {
      switch subject {
      case .booking(let scenario, let moment): return try answer(by: rules, scenario, moment)
      case .call(let function, let arguments, let scenario):
        return .returned(try pool.use { try $0.call(function, with: arguments, scenario) })
      }
    } catch let error as RuleError {
      return .failed(error)
    } catch {
      return .failed(RuleError(.result, "the rules could not be asked", at: nil))
    }
  }

  private func answer(
    by rules: RuleBook, _ scenario: Scenario, _ moment: RuleTestMoment?
  ) throws -> RuleTestAnswer {
    let verdict = try scenario.verdict(by: rules)
    switch moment {
    case nil: return .decided(verdict, following: nil)
    case .after(let event):
      return .decided(verdict, following: try rules.effects(of: event, of: verdict, by: scenario))
    case .before(let event):
      let permission = try rules.permission(for: event, of: verdict, by: scenario)
      return .decided(verdict.with(permission), following: nil)
    }
  }
}

extension RuleBook {
  /// What follows an event in the life of the booking that a verdict makes.
  func effects(of event: String, of verdict: Verdict, by scenario: Scenario) throws -> [Effect] {
    try effects(of: event, mode: scenario.mode, of: StandingBooking(verdict).after(event))
  }

  /// What is said before something happens to that booking.
  func permission(for event: String, of verdict: Verdict, by scenario: Scenario) throws -> Permission {
    try decide(
      event, mode: scenario.mode, of: StandingBooking(verdict), overrideReason: scenario.overrideReason)
  }
}

extension Verdict {
  /// The verdict on something that is to happen to the booking, instead of the one on the booking.
  fileprivate func with(_ permission: Permission) -> Verdict {
    var verdict = self
    verdict.issues = permission.issues
    verdict.effects = []
    if !permission.isGiven { verdict.outcome = permission.isOverridable ? .override : .refused }
    return verdict
  }
}

extension Evaluator {
  /// Calls a function as a field's `format` is called: what it is given, then the draft and the facts.
  fileprivate func call(
    _ function: RuleFunction, with values: [PackedValue], _ scenario: Scenario
  ) throws -> [PackedValue] {
    var arguments = values.map { value in
      let writer = PackedWriter(capacity: 64)
      writer.value(value)
      return writer
    }
    let draft = PackedWriter(capacity: 256)
    draft.record { scenario.draft.pack(&$0) }
    if function.parameters > arguments.count { arguments.append(draft) }
    if function.parameters > arguments.count { arguments.append(scenario.facts.packed()) }
    try begin(level: (scenario.role ?? .none).rank)
    return try call(function, arguments, results: 8)
  }
}
