/// What a mode asks of a booking, for people to read: every value with the line it stands on, and what a function gives
/// for parties of every ordinary size.
package struct ModeRequirements: Sendable {
  /// One value of the mode.
  package struct Value<Content: Hashable & Sendable>: Sendable {
    /// Where it is written; nil for what is so without being written.
    package var place: RulePlace?
    /// Whether a function gives it.
    package var isComputed: Bool
    /// What it is, for which sizes: one answer where size makes no difference, none where the function failed.
    package var answers: [Answer]
    /// Why the function gave nothing.
    package var failure: RuleError?

    package struct Answer: Hashable, Sendable {
      package var sizes: ClosedRange<Int>
      package var content: Content
    }

    /// The value, where it is the same for all.
    package var only: Content? { answers.count == 1 ? answers[0].content : nil }
  }

  package struct Question: Sendable {
    package var policy: FieldPolicy
    package var required: Value<Bool>
    package var minLength: Value<Int>?
    package var maxLength: Value<Int>?
    package var min: Value<Int>?
    package var max: Value<Int>?
    package var choices: Value<[String]>?
    /// Where a function checks the form.
    package var format: RulePlace?
  }

  package var policy: Policy
  package var questions: [Question]
  package var status: Value<BookingStatus>
  package var partyMin: Value<Int>
  package var partyMax: Value<Int>
  package var covers: Value<Int>?
  package var slot: Value<Int>
  package var duration: Value<Int>
  package var grace: Value<Int>
  package var notice: Value<Int>
  package var horizon: Value<Int>
  package var lastSeating: Value<Int>
  package var pacing: (minutes: Value<Int>, covers: Value<Int>)?
  /// Who may wait for a table.
  package var waiting: (parties: Value<Int>?, minutes: Value<Int>?, hold: Value<Int>)
  /// How hard each issue bites; the sizes of a function's answers are how far over a limit. Nil is let pass.
  package var severities: [(code: String, severity: Value<Issue.Severity?>)]

  /// Lines of what is written as a program: what `check` and the events' functions say nobody can tell beforehand.
  package var check: RulePlace? { policy.tables.check?.place }
  package var effects: RulePlace? { policy.tables.effects?.place }
  package var events: [(name: String, place: RulePlace)] {
    policy.tables.on.map { ($0.key, $0.value.place) }.sorted { $0.0 < $1.0 }
  }
}

extension RuleBook {
  /// What a mode requires; nil for a mode that is not there. Functions are asked about a booking at this date and time
  /// by somebody of whom nothing else is known.
  package func requirements(mode: String, at start: LocalDateTime, facts: Facts) -> ModeRequirements? {
    guard let loaded = loaded(mode) else { return nil }
    return RequirementReading(loaded: loaded, start: start, facts: facts).all
  }
}

/// Asks a mode's functions about bookings that nobody has made.
private struct RequirementReading {
  let loaded: RuleBook.LoadedMode
  let start: LocalDateTime
  let facts: Facts

  private static let parties = Array(1...12) + [15, 20]
  private static let overs = Array(1...10) + [20]

  private var policy: Policy { loaded.policy }

  var all: ModeRequirements {
    let tables = policy.tables
    return ModeRequirements(
      policy: policy, questions: policy.fields.filter(\.listed).map(question),
      status: value(tables.status) { decider, setting in
        try decider.value(setting, "\"confirmed\" or \"pending\"") { result in
          if case .text(let name) = result { ContractReader.newStatus(name) } else { nil }
        }
      },
      partyMin: whole(tables.party.min), partyMax: whole(tables.party.max), covers: tables.covers.map(whole),
      slot: whole(tables.time.slotMinutes), duration: whole(tables.time.durationMinutes),
      grace: whole(tables.time.pastGraceMinutes), notice: whole(tables.time.noticeMinutes),
      horizon: whole(tables.time.horizonDays), lastSeating: whole(tables.time.lastSeatingMinutes),
      pacing: tables.pacing.map { (whole($0.minutes), whole($0.maxCovers)) },
      waiting: (
        tables.waitlist.maxParties.map(whole), tables.waitlist.maxMinutes.map(whole),
        whole(tables.waitlist.holdMinutes)
      ), severities: severities)
  }

  private func question(_ field: FieldPolicy) -> ModeRequirements.Question {
    let rules = field.rules
    return ModeRequirements.Question(
      policy: field, required: value(rules.required) { try $0.truth($1) },
      minLength: rules.minLength.map(whole), maxLength: rules.maxLength.map(whole),
      min: rules.min.map(whole), max: rules.max.map(whole),
      choices: rules.choices.map { setting in
        value(setting) { decider, setting in
          try decider.value(setting, "a list of texts") { $0.texts }
        }
      }, format: rules.format?.place)
  }

  private func whole(_ setting: Setting<Int>) -> ModeRequirements.Value<Int> {
    value(setting) { try $0.whole($1, -1_000_000_000...1_000_000_000) }
  }

  private func value<Content>(
    _ setting: Setting<Content>, _ read: (inout Decider, Setting<Content>) throws -> Content
  ) -> ModeRequirements.Value<Content> {
    if let fixed = setting.fixedValue { return .fixed(fixed, at: setting.place) }
    return asked(setting.place, RequirementReading.parties) { size in
      try decider(party: size) { try read(&$0, setting) }
    }
  }

  /// Every issue that the mode or the host has a word about.
  private var severities: [(code: String, severity: ModeRequirements.Value<Issue.Severity?>)] {
    let known = Contract.issues.filter { !RequirementReading.always.contains($0) }
    let others = policy.tables.severity.keys.filter { !known.contains($0) }.sorted()
    return (known + others).map { ($0, severity(of: $0)) }
  }

  /// Refused whatever a mode says: there is nothing to tell.
  private static let always: Set<String> = [
    "party_invalid", "date_invalid", "time_invalid", "rule_failed", "override_reason_invalid",
  ]

  private func severity(of code: String) -> ModeRequirements.Value<Issue.Severity?> {
    let setting = policy.tables.severity[code]
    func bitten(_ over: Int) throws -> Issue.Severity? {
      try decider(party: 2) { decider in
        let issue = Issue(
          code: code, message: "", numbers: .init(limit: 10, over: over, minutes: start.minute))
        return try decider.severity(of: Decider.Finding(issue: issue)).map { severity in
          Decider.asBitten(Issue(code: code, message: "", severity: severity), policy.access).severity
        }
      }
    }
    guard let setting, setting.fixedValue == nil else {
      let usual = try? bitten(1)
      return .fixed(usual ?? nil, at: setting?.place)
    }
    return asked(setting.place, RequirementReading.overs, bitten)
  }

  /// What a function gives for each size, sizes in a row that get the same put together.
  private func asked<Content>(
    _ place: RulePlace?, _ sizes: [Int], _ ask: (Int) throws -> Content
  ) -> ModeRequirements.Value<Content> {
    var value = ModeRequirements.Value<Content>(place: place, isComputed: true, answers: [])
    for size in sizes {
      do {
        let content = try ask(size)
        if let last = value.answers.last, last.content == content {
          value.answers[value.answers.count - 1].sizes = last.sizes.lowerBound...size
        } else {
          value.answers.append(.init(sizes: size...size, content: content))
        }
      } catch {
        value.failure = error as? RuleError
      }
    }
    return value
  }

  private func decider<Result>(party: Int, _ ask: (inout Decider) throws -> Result) throws -> Result {
    var draft = Draft()
    draft[Field.date] = .text(start.date.description)
    draft[Field.time] = .text(start.time)
    draft[Field.party] = .integer(party)
    return try loaded.pool.use { evaluator in
      var decider = Decider(policy, evaluator, draft: draft, facts: facts, scope: .booking)
      try decider.begin()
      return try ask(&decider)
    }
  }
}

extension ModeRequirements.Value {
  fileprivate static func fixed(_ content: Content, at place: RulePlace?) -> Self {
    Self(place: place, isComputed: false, answers: [Answer(sizes: 1...Int.max, content: content)])
  }
}
