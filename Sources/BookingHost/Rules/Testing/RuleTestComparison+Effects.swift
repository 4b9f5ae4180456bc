// Effects: which there must be, and which there are instead.
extension RuleTestComparison {
  mutating func compareEffects(_ effects: [Effect], _ verdict: Verdict, isEvent: Bool) {
    for (kind, expected) in expected.effects.sorted(by: { $0.key < $1.key }) {
      let asked = effects.filter { $0.action.kind == kind }
      guard !expected.isMet(by: asked) else { continue }
      let nothing = verdict.passes || isEvent ? "none" : "none: the booking is not made"
      differ(
        "effects.\(kind)", expected.words,
        asked.isEmpty ? nothing : asked.map(\.words).joined(separator: ", "), accepted: asked.expected)
      for effect in asked { note(RuleTestResult.Deciding(what: kind, rule: effect.rule)) }
    }
  }
}

extension RuleExpectation.Effects {
  func isMet(by asked: [Effect]) -> Bool {
    switch self {
    case .none: asked.isEmpty
    case .skipped: !asked.isEmpty && asked.allSatisfy { $0.skipped != nil }
    case .queued: !asked.isEmpty && asked.allSatisfy { $0.skipped == nil }
    case .these(let items): areMet(items, by: asked.filter { $0.skipped == nil })
    }
  }

  /// One effect for each item, in any order, and none over.
  private func areMet(_ items: [RuleExpectation.Item], by asked: [Effect]) -> Bool {
    var left = asked
    for item in items.sorted(by: { $0.beforeMinutes != nil && $1.beforeMinutes == nil }) {
      guard let index = left.firstIndex(where: { item.isMet(by: $0.action) }) else { return false }
      left.remove(at: index)
    }
    return left.isEmpty
  }

  var words: String {
    switch self {
    case .none: "none"
    case .skipped: "skipped"
    case .queued: "queued"
    case .these(let items): items.map(\.words).joined(separator: ", ")
    }
  }
}

extension RuleExpectation.Item {
  fileprivate func isMet(by action: Effect.Action) -> Bool {
    switch action {
    case .email(let template, let minutes):
      name == template && (beforeMinutes == nil || beforeMinutes == minutes)
    case .loyalty(let points, _): self.points == points
    case .notify(let channel, _): name == channel
    case .webhook(let event): name == event
    case .none: false
    }
  }

  fileprivate var words: String {
    let what = name ?? "\(points ?? 0) points"
    return beforeMinutes.map { "\(what) \($0) minutes before" } ?? what
  }
}

extension Effect {
  /// What it is, for a difference: "confirmation", "20 points", "skipped (no email address was given)".
  fileprivate var words: String {
    if let skipped { return "skipped (\(skipped))" }
    switch action {
    case .email(let template, let minutes):
      return minutes.map { "\(template) \($0) minutes before" } ?? template
    case .loyalty(let points, _): return "\(points) points"
    case .notify(let channel, _): return channel
    case .webhook(let event): return event
    case .none(let kind): return kind
    }
  }
}

extension [Effect] {
  /// Effects of one kind as a test file would expect them.
  fileprivate var expected: PackedValue {
    if isEmpty { return .boolean(false) }
    let queued = filter { $0.skipped == nil }
    if queued.isEmpty { return .text("skipped") }
    return queued.count == 1 ? queued[0].action.expected : .list(queued.map(\.action.expected))
  }
}

extension Effect.Action {
  fileprivate var expected: PackedValue {
    switch self {
    case .email(let template, nil): .text(template)
    case .email(let template, let minutes?):
      .record([
        PackedEntry(key: "1", value: .text(template)),
        PackedEntry(key: "before_minutes", value: .integer(minutes)),
      ])
    case .loyalty(let points, _): .integer(points)
    case .notify(let channel, _): .text(channel)
    case .webhook(let event): .text(event)
    case .none: .text("skipped")
    }
  }
}
