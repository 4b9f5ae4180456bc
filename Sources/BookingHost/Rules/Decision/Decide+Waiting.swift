/// What a mode says of a party that is to wait.
package struct WaitingTerms: Hashable, Sendable {
  package var isAllowed: Bool
  /// Why not, in the rules' own words.
  package var message: String?
  /// The line that says whether: `ops.lua:31`.
  package var rule: String?
  /// How many parties may wait at once; nil for any number.
  package var maxParties: Int?
  /// The longest wait that is taken on; nil for any.
  package var maxMinutes: Int?
  /// How long a party that was called keeps its table.
  package var holdMinutes: Int
}

extension RuleBook {
  /// What a mode says of a party that is to wait: its table `waitlist`. Nil for a mode that is not there. Throws
  /// `RuleError` when a rule fails.
  package func waiting(mode: String, draft: Draft, facts: Facts) throws -> WaitingTerms? {
    guard let loaded = loaded(mode) else { return nil }
    return try loaded.pool.use { evaluator in
      var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: .plan)
      return try decider.waiting()
    }
  }
}

extension Decider {
  fileprivate mutating func waiting() throws -> WaitingTerms {
    try begin()
    let waitlist = policy.tables.waitlist
    let (isAllowed, message) = try allowed(waitlist.allowed)
    return WaitingTerms(
      isAllowed: isAllowed, message: message, rule: waitlist.allowed.place?.description,
      maxParties: try waitlist.maxParties.map { try whole($0, WaitlistPolicy.parties) },
      maxMinutes: try waitlist.maxMinutes.map { try whole($0, WaitlistPolicy.minutes) },
      holdMinutes: try whole(waitlist.holdMinutes, WaitlistPolicy.minutes))
  }

  /// True; or false and perhaps a sentence. Nil, as `a and b` may give, is false.
  private mutating func allowed(_ setting: Setting<Bool>) throws -> (Bool, String?) {
    let function: RuleFunction
    switch setting.source {
    case .fixed(let isAllowed): return (isAllowed, nil)
    case .computed(let computed): function = computed
    }
    switch try evaluator.ask(function, arguments: arguments(of: function), results: 2) {
    case (.boolean(true), .none): return (true, nil)
    case (.boolean(false), .none), (.none, .none): return (false, nil)
    case (.boolean(false), .text(let message)): return (false, message)
    default:
      let sentence = "the function must return true, or false and perhaps a sentence"
      throw RuleError(.result, sentence, at: function.place)
    }
  }
}
