extension RuleBook {
  /// What a mode has follow an event in the life of a booking that it let through: its function under `on`.
  /// None for an event that the mode does not mention.
  package func effects(of event: String, mode: String, after verdict: Verdict) throws -> [Effect] {
    guard let function = loaded(mode)?.policy.tables.on[event] else { return [] }
    return try effects(by: function, mode: mode, after: verdict)
  }

  /// What one function of a mode has follow a booking, whether or not the mode would ask it.
  func effects(by function: RuleFunction, mode: String, after verdict: Verdict) throws -> [Effect] {
    guard let loaded = loaded(mode) else { return [] }
    return try loaded.pool.use { evaluator in
      var decider = Decider(
        loaded.policy, evaluator, draft: Draft(), facts: verdict.facts, scope: .booking)
      decider.values = verdict.values
      try evaluator.begin(level: (decider.facts.staff.role ?? .none).rank)
      return try decider.effects(of: function, verdict.terms)
    }
  }
}
