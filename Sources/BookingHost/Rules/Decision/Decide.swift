extension RuleBook {
  /// How much of a booking a decision is asked about.
  public enum Scope: Hashable, Sendable {
    /// The whole booking.
    case booking
    /// Only when, how many and where: what is still missing of the details is listed as `needs`.
    case plan
  }

  /// Decides a draft under given facts by one mode's rules. The same arguments give the same verdict, on
  /// any machine and however often they are asked.
  ///
  /// - Parameters:
  ///   - overrideReason: why a rule that allows it should be overridden; ignored when nothing needs it.
  /// - Throws: `RuleError` when the mode does not exist, or a rule failed or met a limit. Nobody is booked
  ///   by a rule that failed.
  public func decide(
    mode: String, draft: Draft, facts: Facts, overrideReason: String? = nil, scope: Scope = .booking
  ) throws -> Verdict {
    guard let loaded = loaded(mode) else {
      let hint = closest(to: mode, among: modeNames).map { "; did you mean \($0)?" } ?? ""
      throw RuleError(kind: .source, message: "there is no mode `\(mode)`\(hint)", rule: nil)
    }
    return try loaded.pool.use { evaluator in
      var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: scope)
      return try decider.verdict(overrideReason: overrideReason, revision: revision)
    }
  }
}

/// One decision under way. The order is fixed: the plan, the tables, `check`, severities, `effects`.
struct Decider {
  let policy: Policy
  let evaluator: Evaluator
  let draft: Draft
  let scope: RuleBook.Scope
  var facts: Facts
  var plan: Plan
  var values: BookingValues
  /// Whether the start is one that clocks show; false also when date or time are stood in for.
  var startIsReal = false
  /// Standard issues found so far, before severity.
  var findings: [Finding] = []
  var duration = 0
  var covers = 0
  /// Fields whose answer was found invalid: rule functions see no answer there, so that none has to guard
  /// against what a field's own line already refuses.
  var hidden: Set<String> = []
  /// Whether the evaluator's writers hold the draft and the facts as they are now.
  var draftIsPacked = false
  var factsArePacked = false

  /// A standard issue whose severity is not yet known.
  struct Finding {
    var issue: Issue
    /// Whether it is part of the floor, which no rule can lower.
    var isFloor = false
    /// A message that a format function gave.
    var ownMessage: String?
  }

  init(_ policy: Policy, _ evaluator: Evaluator, draft: Draft, facts: Facts, scope: RuleBook.Scope) {
    self.policy = policy
    self.evaluator = evaluator
    self.draft = draft
    self.scope = scope
    plan = Plan(draft)
    values = BookingValues(date: facts.now.date, minute: 0, party: 2)
    self.facts = facts
  }

  /// Completes the facts from the mode and the draft, and the draft with defaults. Comes before anything is
  /// asked of a rule.
  mutating func begin() throws {
    facts.mode = policy.mode
    let role = facts.staff.role ?? (policy.access == .staff ? .host : .none)
    facts.staff.role = role
    try evaluator.begin(level: role.rank)
    try readPlan()
    try fillDefaults()
  }

  var planIsValid: Bool { startIsReal && plan.isComplete && (plan.party ?? 0) >= 1 }

  mutating func verdict(overrideReason: String?, revision: String) throws -> Verdict {
    // First, because the evaluator's writers and this decision have to end with the booking as it would be.
    let change = change()
    let found = try found()
    let standing = change.map { change in found.filter { !change.raises($0) } } ?? []
    let raised = standing.isEmpty ? found : found.filter { !standing.contains($0) }
    return try conclude(raised, standing, overrideReason, revision)
  }

  /// Everything that is found, each as hard as the mode says.
  mutating func found() throws -> [Issue] {
    try begin()
    try judgeDuration()
    try judgeFields()
    try judgeParty()
    try judgeTime()
    try judgeCapacity()
    let issues = try judged()
    return planIsValid ? issues + (try checked()) : issues
  }

  private mutating func checked() throws -> [Issue] {
    guard let check = policy.tables.check else { return [] }
    try evaluator.call(check, arguments: arguments(of: check), groups: Recording.inCheck)
    let access = policy.access
    return try Recording.issues(evaluator, fields: policy.names).map {
      Decider.asBitten($0, access)
    }
  }

  /// In a public mode nobody can override: such an issue is a refusal.
  static func asBitten(_ issue: Issue, _ access: Policy.Access) -> Issue {
    guard access == .public, case .override = issue.severity else { return issue }
    var refused = issue
    refused.severity = .refuse
    return refused
  }

  // MARK: Asking rules

  /// A leaf's value: fixed, or what its function says to this draft. `read` returns nil for a value that is
  /// not `expected`, which is an error at the function's line, never a silent default.
  @inline(__always)
  mutating func value<Value>(
    _ setting: Setting<Value>, _ expected: @autoclosure () -> String, _ read: (PackedValue) -> Value?
  ) throws -> Value {
    switch setting.source {
    case .fixed(let value): value
    case .computed(let function): try answer(of: function, expected(), read)
    }
  }

  private mutating func answer<Value>(
    of function: RuleFunction, _ expected: @autoclosure () -> String, _ read: (PackedValue) -> Value?
  ) throws -> Value {
    let result = try evaluator.ask(function, arguments: arguments(of: function)).0
    if let value = read(result) { return value }
    let sentence = "the function must return \(expected()), and returned \(result.described)"
    throw RuleError(.result, sentence, at: function.place)
  }

  @inline(__always)
  mutating func whole(_ setting: Setting<Int>, _ range: ClosedRange<Int>) throws -> Int {
    try value(setting, "a whole number from \(range.lowerBound) to \(range.upperBound)") {
      $0.wholeNumber.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  @inline(__always)
  mutating func text(_ setting: Setting<String>) throws -> String {
    try value(setting, "text") { if case .text(let text) = $0 { text } else { nil } }
  }

  /// True or false; nil, as `a and b` may give, is false.
  @inline(__always)
  mutating func truth(_ setting: Setting<Bool>) throws -> Bool {
    try value(setting, "true or false") {
      switch $0 {
      case .boolean(let truth): truth
      case .none: false
      default: nil
      }
    }
  }

  mutating func find(
    _ code: String, _ field: String?, at place: RulePlace? = nil, _ numbers: Issue.Numbers = .init(),
    isFloor: Bool = false, message: String? = nil
  ) {
    let issue = Issue(code: code, field: field, message: "", rule: place?.description, numbers: numbers)
    findings.append(Finding(issue: issue, isFloor: isFloor, ownMessage: message))
    if let field, !Field.plan.contains(field), code == "\(field)_invalid" {
      hidden.insert(field)
      draftIsPacked = false
    }
  }
}

extension PackedValue {
  /// The value for an error message: short, and recognisable.
  fileprivate var described: String {
    switch self {
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): "\"\(value.prefix(40))\""
    default: kindName
    }
  }
}

extension RuleBook {
  /// The grid of start times that a mode has at one moment, in minutes.
  package func slotMinutes(
    mode: String, draft: Draft, at start: LocalDateTime, facts: Facts
  ) throws -> Int {
    guard let loaded = loaded(mode) else { return 15 }
    if let fixed = loaded.policy.tables.time.slotMinutes.fixedValue { return fixed }
    var draft = draft
    draft[Field.date] = .text(start.date.description)
    draft[Field.time] = .text(start.time)
    return try loaded.pool.use { evaluator in
      var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: .plan)
      return try decider.slotMinutes()
    }
  }
}

extension Decider {
  fileprivate mutating func slotMinutes() throws -> Int {
    try begin()
    return try whole(policy.tables.time.slotMinutes, 1...1440)
  }
}
