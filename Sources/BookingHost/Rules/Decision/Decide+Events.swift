// What happens to a booking after it is made: whether the rules let it, and what they have follow.
extension RuleBook {
  /// What a mode has follow an event in the life of a booking: its function under `on`. None for an event that
  /// the mode does not mention.
  package func effects(of event: String, mode: String, of booking: StandingBooking) throws -> [Effect] {
    guard let function = loaded(mode)?.policy.tables.on[event] else { return [] }
    return try effects(by: function, mode: mode, of: booking)
  }

  /// What one function of a mode has follow, whether or not the mode would ask it.
  func effects(by function: RuleFunction, mode: String, of booking: StandingBooking) throws -> [Effect] {
    let effects = try asking(mode, booking) { decider in
      try decider.effects(of: function, booking.terms, points: booking.points)
    }
    // To give or take nothing is not worth a word: a booking without points is cancelled too.
    return (effects ?? []).filter { !$0.isOfNoPoints }
  }

  /// What a mode says before something happens to a booking: its function under `transitions`. Whoever has it
  /// happen is staff, so that what a role may override can be overridden in a public mode too.
  package func decide(
    _ event: String, mode: String, of booking: StandingBooking, overrideReason: String?
  ) throws -> Permission {
    guard let function = loaded(mode)?.policy.tables.transitions[event] else { return Permission() }
    return try asking(mode, booking) { decider in
      try decider.permission(by: function, booking, overrideReason)
    } ?? Permission()
  }

  private func asking<Answer>(
    _ mode: String, _ booking: StandingBooking, _ question: (inout Decider) throws -> Answer
  ) throws -> Answer? {
    guard let loaded = loaded(mode) else { return nil }
    return try loaded.pool.use { evaluator in
      var decider = Decider(
        loaded.policy, evaluator, draft: Draft(), facts: booking.facts, scope: .booking)
      decider.values = booking.values
      try evaluator.begin(level: (decider.facts.staff.role ?? .none).rank)
      return try question(&decider)
    }
  }
}

/// What the rules say to something that is about to happen to a booking.
package struct Permission: Hashable, Sendable {
  package var issues: [Issue] = []
  /// The role whose override it rests on; nil when it needed none.
  package var overriddenAs: Role?

  package init() {}

  /// What is found, and whether a reason that somebody gave overrides it.
  package init(_ found: [Issue], reason: String?, by role: Role) {
    let override = Decider.overriding(found, reason, by: role)
    issues = found + override.issues
    overriddenAs = override.role
  }

  /// Whether it may happen.
  package var isGiven: Bool { blocking.isEmpty }
  /// Whether someone with the issues' role could let it happen with a reason.
  package var isOverridable: Bool { !isGiven && blocking.allSatisfy { $0.severity.role != nil } }
  package var warnings: [Issue] { issues.filter { $0.severity == .warn } }

  private var blocking: [Issue] {
    issues.filter { issue in
      switch issue.severity {
      case .refuse: true
      case .override: overriddenAs == nil
      case .warn: false
      }
    }
  }
}

extension Decider {
  fileprivate mutating func permission(
    by function: RuleFunction, _ booking: StandingBooking, _ reason: String?
  ) throws -> Permission {
    let arguments = arguments(of: function, for: booking.terms, points: booking.points)
    try evaluator.call(function, arguments: arguments, groups: Recording.inCheck)
    let found = try Recording.issues(evaluator, fields: policy.names)
    return Permission(found, reason: reason, by: facts.staff.role ?? .none)
  }
}

extension Effect {
  fileprivate var isOfNoPoints: Bool {
    if case .loyalty(points: 0, _) = action { true } else { false }
  }
}
