/// Where rules may begin to answer otherwise: the numbers and words that they compare with, by what they
/// compare; and what their functions look at.
struct RuleBoundaries: Sendable {
  /// For each subject, numbers at which something ends: the last that is as before, or the first that is
  /// not.
  var numbers: [SweepSubject: Set<Int>] = [:]
  /// Shares of what there is, such as 0.8.
  var shares: Set<Double> = []
  var texts: [SweepSubject: Set<String>] = [:]
  /// What the functions look at, each function's for itself.
  var readings: [Set<SweepSubject>] = []
  /// Minutes between slots.
  var slots: Set<Int> = []
  /// How many days ahead.
  var horizons: Set<Int> = []
  /// Minutes before closing after which nobody is seated.
  var lastSeatings: Set<Int> = []
  /// By how much capacity may be exceeded.
  var overs: Set<Int> = []
  /// Whether an override is possible at all.
  var overrides = false
  /// Keys of services.
  var services: Set<String> = []

  /// Everything that any function looks at.
  var read: Set<SweepSubject> { readings.reduce(into: []) { $0.formUnion($1) } }

  mutating func add(_ number: Int, to subject: SweepSubject) { numbers[subject, default: []].insert(number) }

  mutating func add(_ text: String, to subject: SweepSubject) { texts[subject, default: []].insert(text) }

  mutating func formUnion(_ other: RuleBoundaries) {
    numbers.merge(other.numbers) { $0.union($1) }
    shares.formUnion(other.shares)
    texts.merge(other.texts) { $0.union($1) }
    readings += other.readings.filter { !readings.contains($0) }
    slots.formUnion(other.slots)
    horizons.formUnion(other.horizons)
    lastSeatings.formUnion(other.lastSeatings)
    overs.formUnion(other.overs)
    overrides = overrides || other.overrides
    services.formUnion(other.services)
  }
}

extension RuleBoundaries {
  /// What a mode's tables say by themselves.
  init(_ policy: Policy) {
    let tables = policy.tables
    add(tables.party.min) { $0.add($1, to: .party) }
    add(tables.party.max) { $0.add($1, to: .party) }
    add(tables.time.noticeMinutes) { $0.add($1, to: .notice) }
    add(tables.time.pastGraceMinutes) { $0.add(-$1, to: .notice) }
    add(tables.time.horizonDays) { $0.horizons.insert($1) }
    add(tables.time.slotMinutes) { $0.slots.insert($1) }
    add(tables.time.lastSeatingMinutes) { $0.lastSeatings.insert($1) }
    if let pacing = tables.pacing { add(pacing.maxCovers) { $0.add($1, to: .pacing) } }
    for field in policy.fields { add(field) }
    overrides = tables.severity.values.contains { $0.fixedValue.map { $0.isOverride } ?? true }
  }

  private mutating func add(_ setting: Setting<Int>?, _ note: (inout RuleBoundaries, Int) -> Void) {
    if let number = setting?.fixedValue { note(&self, number) }
  }

  private mutating func add(_ field: FieldPolicy) {
    let subject = SweepSubject.field(field.name)
    for setting in [field.rules.minLength, field.rules.maxLength, field.rules.min, field.rules.max] {
      add(setting) { $0.add($1, to: subject) }
    }
  }
}

extension SeverityRule {
  fileprivate var isOverride: Bool { if case .override = self { true } else { false } }
}
