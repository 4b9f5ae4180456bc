/// A value in a mode's tables that can bite: a bound, a required flag, a list of choices. It has been
/// tried when its issue has been raised.
struct BitingLeaf: Hashable, Sendable {
  var place: RulePlace
  /// The issue it raises, or that it is about.
  var code: String
  /// Whether it is about the issue wherever that is raised: a severity, or a message.
  var isAboutCode = false

  func isTried(by issue: Issue) -> Bool {
    issue.code == code && (isAboutCode || issue.rule == place.description)
  }
}

extension Policy {
  /// Every value in the mode's tables that can bite, whatever is booked. What can never bite is not among
  /// them: a flag that is false, a notice of no minutes, a party of at least one.
  var bitingLeaves: Set<BitingLeaf> {
    var leaves = BitingLeaves()
    for field in fields where field.listed { leaves.add(field) }
    leaves.add("party_min", tables.party.min) { $0 > 1 }
    leaves.add("party_max", tables.party.max)
    leaves.add(tables.time)
    if let pacing = tables.pacing { leaves.add("pacing_exceeded", pacing.maxCovers) }
    for (code, severity) in tables.severity { leaves.addAbout(code, severity) }
    for (code, message) in tables.messages where code != RuleError.decisionCode {
      leaves.add(message.place, code, isAboutCode: true)
    }
    return leaves.found
  }
}

private struct BitingLeaves {
  var found: Set<BitingLeaf> = []

  mutating func add(_ place: RulePlace?, _ code: String, isAboutCode: Bool = false) {
    if let place { found.insert(BitingLeaf(place: place, code: code, isAboutCode: isAboutCode)) }
  }

  /// A setting, unless it is fixed at a value that never bites.
  mutating func add<Value>(_ code: String, _ setting: Setting<Value>?, bites: (Value) -> Bool = { _ in true })
  {
    guard let setting, setting.fixedValue.map(bites) ?? true else { return }
    add(setting.place, code)
  }

  mutating func add(_ field: FieldPolicy) {
    let name = field.name, rules = field.rules
    add("\(name)_required", rules.required) { $0 }
    add("\(name)_too_short", rules.minLength) { $0 > 1 }
    add("\(name)_too_long", rules.maxLength)
    add("\(name)_invalid", rules.min)
    add("\(name)_invalid", rules.max)
    add("\(name)_invalid", rules.choices)
    if rules.format != nil { add(field.place, "\(name)_invalid") }
    if field.setByStaff { add(field.place, "\(name)_unknown") }
  }

  mutating func add(_ time: TimePolicy) {
    add("off_slot_grid", time.slotMinutes) { $0 > 1 }
    add("past_time", time.pastGraceMinutes)
    add("notice_too_short", time.noticeMinutes) { $0 > 0 }
    add("beyond_horizon", time.horizonDays)
    add("last_seating", time.lastSeatingMinutes) { $0 > 0 }
  }

  /// A severity that is a function runs, and is seen by that; one that lets the issue drop cannot be seen.
  mutating func addAbout(_ code: String, _ severity: Setting<SeverityRule>) {
    if let fixed = severity.fixedValue, fixed != .allow { add(severity.place, code, isAboutCode: true) }
  }
}
