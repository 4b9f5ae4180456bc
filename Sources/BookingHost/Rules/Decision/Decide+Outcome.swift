// From findings to a verdict: severities, messages, overrides, effects.
extension Decider {
  /// The findings as issues, each as hard as the mode says.
  mutating func judged() throws -> [Issue] {
    var issues: [Issue] = []
    for finding in findings {
      guard let severity = try severity(of: finding) else { continue }
      var issue = finding.issue
      issue.severity = severity
      issue = Decider.asBitten(issue, policy.access)
      issue.message = try message(of: finding)
      issues.append(issue)
    }
    return issues
  }

  /// Nil when the mode allows what was found.
  mutating func severity(of finding: Finding) throws -> Issue.Severity? {
    let issue = finding.issue
    let usual: SeverityRule = issue.code == "time_ambiguous" ? .warn : .refuse
    guard !finding.isFloor, let setting = policy.tables.severity[issue.code] else { return usual.severity }
    switch setting.source {
    case .fixed(let rule): return rule.severity
    case .computed(let function):
      let arguments = arguments(of: function, before: { $0.record { issue.pack(&$0) } })
      let result = try evaluator.ask(function, arguments: arguments).0
      switch SeverityRule.read(result) {
      case .success(let rule): return rule.severity
      case .failure(let problem):
        throw RuleError(.result, "the severity of `\(issue.code)` \(problem.sentence)", at: function.place)
      }
    }
  }

  private mutating func message(of finding: Finding) throws -> String {
    let issue = finding.issue
    if let setting = policy.tables.messages[issue.code] {
      return fill(try text(setting), issue)
    }
    if let own = finding.ownMessage { return own }
    let label = policy.fields.first { $0.name == issue.field }?.label
    return Messages.standard(issue.code, issue.field, label: label, issue.numbers)
  }

  private func fill(_ template: String, _ issue: Issue) -> String {
    MessageTemplate.fill(template) { name in
      switch name {
      case "limit": issue.numbers.limit.map(String.init)
      case "over": issue.numbers.over.map(String.init)
      case "minutes": issue.numbers.minutes.map(String.init)
      case "party": String(plan.party ?? values.party)
      case "date": values.date.description
      case "time": ClockTime.text(values.minute)
      case "field": issue.field
      case "restaurant.name": facts.restaurant.name
      case "restaurant.phone": facts.restaurant.phone ?? "the restaurant"
      case "service.name": facts.service?.name
      default: nil
      }
    }
  }

  // MARK: The end

  mutating func conclude(
    _ found: [Issue], _ standing: [Issue], _ reason: String?, _ revision: String
  ) throws -> Verdict {
    var issues = scope == .plan ? found.filter(\.isAboutThePlan) : found
    let override = overriding(issues, reason)
    issues += override.issues
    let terms = try terms(override.role)
    let outcome = outcome(issues, terms)
    let passes = outcome == .confirmed || outcome == .pending
    return Verdict(
      outcome: outcome, issues: issues, needs: scope == .plan ? needs(found) : [],
      effects: passes && scope == .booking ? try effects(terms) : [], values: values, terms: terms,
      provisional: !planIsValid, revision: revision, facts: facts, standing: standing)
  }

  private func outcome(_ issues: [Issue], _ terms: BookingTerms) -> Verdict.Outcome {
    let blocking = issues.filter { blocks($0, overridden: terms.overriddenAs != nil) }
    if blocking.isEmpty { return terms.status == .pending ? .pending : .confirmed }
    return blocking.allSatisfy { $0.severity.role != nil } ? .override : .refused
  }

  private func blocks(_ issue: Issue, overridden: Bool) -> Bool {
    switch issue.severity {
    case .refuse: true
    case .override: !overridden
    case .warn: false
    }
  }

  private func overriding(_ issues: [Issue], _ reason: String?) -> (role: Role?, issues: [Issue]) {
    Decider.overriding(issues, reason, by: facts.staff.overridingRole)
  }

  /// How long the reason of an override may be, in characters.
  static let reasonLength = 3...500

  /// The role an override rests on, when one is needed and given; and what is wrong with the reason.
  static func overriding(
    _ issues: [Issue], _ reason: String?, by role: Role
  ) -> (role: Role?, issues: [Issue]) {
    guard let needed = issues.compactMap(\.severity.role).max(), let reason else { return (nil, []) }
    guard reasonLength.contains(Text.trimmed(reason).unicodeScalars.count), !Text.isBlank(reason) else {
      let code = "override_reason_invalid"
      let message = Messages.standard(code, nil, label: nil, .init())
      return (nil, [Issue(code: code, field: "override_reason", message: message)])
    }
    return (role >= needed ? needed : nil, [])
  }

  private func needs(_ issues: [Issue]) -> [String] {
    issues.filter { !$0.isAboutThePlan && $0.code == "\($0.field ?? "")_required" && $0.severity == .refuse }
      .compactMap(\.field)
  }

  private mutating func terms(_ overriddenAs: Role?) throws -> BookingTerms {
    BookingTerms(
      status: try value(policy.tables.status, "\"confirmed\" or \"pending\"") { result in
        if case .text(let name) = result { ContractReader.newStatus(name) } else { nil }
      },
      covers: covers, durationMinutes: duration, source: try text(policy.tables.source),
      label: try value(policy.tables.label, "text or nil") { result in
        switch result {
        case .text(let text): .some(text)
        case .none: .some(nil)
        default: nil
        }
      },
      overriddenAs: overriddenAs, guests: try guests())
  }

  private mutating func guests() throws -> GuestMatch {
    let contact = try value(policy.tables.guests.match, GuestMatch.Contact.words) { result in
      if case .text(let name) = result { GuestMatch.Contact(rawValue: name) } else { nil }
    }
    return GuestMatch(contact, sameName: try truth(policy.tables.guests.sameName))
  }

  private mutating func effects(_ terms: BookingTerms) throws -> [Effect] {
    // What follows a change is `on.changed`, and for the rules that made the booking to say.
    guard let function = policy.tables.effects, facts.action != .change else { return [] }
    return try effects(of: function, terms, points: 0)
  }

  /// What a function of `effects` or `on` asks for.
  mutating func effects(of function: RuleFunction, _ terms: BookingTerms, points: Int) throws -> [Effect] {
    try evaluator.call(
      function, arguments: arguments(of: function, for: terms, points: points), groups: Recording.inEffects)
    var effects = try Recording.effects(evaluator)
    if values.email == nil {
      // No email without an address, whatever the rule says.
      for index in effects.indices {
        if case .email = effects[index].action { effects[index].skipped = Effect.noAddress }
      }
    }
    return effects
  }
}

extension GuestMatch.Contact {
  /// All there are, for an error message.
  static let words =
    allCases.dropLast().map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + " or \"none\""
}

extension SeverityRule {
  /// Nil for `allow`: the issue is dropped.
  fileprivate var severity: Issue.Severity? {
    switch self {
    case .refuse: .refuse
    case .warn: .warn
    case .override(let role): .override(role)
    case .allow: nil
    }
  }
}

extension Issue {
  /// Writes the issue as a severity function sees it.
  fileprivate func pack(_ record: inout RecordWriter) {
    record.text("code", code)
    record.text("field", field)
    record.integer("limit", numbers.limit)
    record.integer("over", numbers.over)
    record.integer("minutes", numbers.minutes)
  }
}
