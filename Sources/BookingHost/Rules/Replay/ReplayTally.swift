/// What a replay has found so far. Two tallies of different decisions add up to that of both, in any order,
/// and none grows with the number of decisions.
package struct ReplayTally: Hashable, Sendable {
  package private(set) var decisions = 0
  package private(set) var bookings = 0
  package private(set) var unchanged = 0
  package private(set) var unreadable = 0
  /// Decisions that differ in each way. One may differ in several.
  package private(set) var kinds: [ReplayKind: Int] = [:]
  package private(set) var lines: [ReplayLine: Group] = [:]
  /// Decisions by modes that the candidate has not.
  package private(set) var missingModes: [String: Int] = [:]
  package private(set) var failures: [Failure: Group] = [:]

  /// Decisions that have something in common, and the newest few of them.
  package struct Group: Hashable, Sendable {
    package private(set) var count = 0
    package private(set) var samples: [ReplaySample] = []

    /// What a failing line said; the first of several, in alphabetical order.
    package private(set) var message: String?

    fileprivate mutating func say(_ words: String?) {
      message = [message, words].compactMap { $0 }.min()
    }

    /// Counts a decision; `sample` is only asked for when it is one to show.
    fileprivate mutating func add(_ past: PastDecision, _ sample: () -> ReplaySample) {
      count += 1
      if let last = samples.last, samples.count == Group.kept,
        (last.decidedAt, last.id) > (past.createdAt, past.id)
      {
        return
      }
      insert(sample())
    }

    fileprivate mutating func add(_ other: Group) {
      count += other.count
      say(other.message)
      for sample in other.samples { insert(sample) }
    }

    private mutating func insert(_ sample: ReplaySample) {
      if samples.count == Group.kept, let last = samples.last, !sample.isNewer(than: last) { return }
      samples.insert(sample, at: samples.firstIndex { sample.isNewer(than: $0) } ?? samples.count)
      if samples.count > Group.kept { samples.removeLast() }
    }

    private static let kept = 3
  }

  /// A line of the candidate that fails, whatever it says when it does.
  package struct Failure: Hashable, Sendable {
    package var kind: RuleError.Kind
    package var rule: String?
  }

  package init() {}

  /// How many decisions differ in one way.
  package func count(_ kind: ReplayKind) -> Int { kinds[kind] ?? 0 }

  package var failed: Int { failures.values.reduce(0) { $0 + $1.count } }
  package var modeMissing: Int { missingModes.values.reduce(0, +) }

  /// The lines with what they change: by kind of change, then those that change most first.
  package var inOrder: [(line: ReplayLine, group: Group)] {
    let order = Dictionary(uniqueKeysWithValues: ReplayKind.allCases.enumerated().map { ($1, $0) })
    func key(_ line: ReplayLine) -> [String] { [line.rule ?? "", line.code, line.revision ?? ""] }
    return lines.sorted { a, b in
      let (first, second) = ((order[a.key.kind]!, -a.value.count), (order[b.key.kind]!, -b.value.count))
      return first == second ? key(a.key).lexicographicallyPrecedes(key(b.key)) : first < second
    }.map { ($0.key, $0.value) }
  }

  /// Whether any decision would be another, or could not be made.
  package var hasChanges: Bool { unchanged + unreadable < decisions }

  package mutating func add(_ past: PastDecision, by candidate: RuleBook) {
    decisions += 1
    if past.booking != nil { bookings += 1 }
    guard let snapshot = DecisionSnapshot(bytes: past.snapshot) else {
      unreadable += 1
      return
    }
    switch candidate.replay(past, from: snapshot) {
    case .unreadable: unreadable += 1
    case .modeMissing: missingModes[past.mode, default: 0] += 1
    case .failed(let error):
      let issue = Issue(code: RuleError.decisionCode, message: "", rule: error.rule)
      let failure = Failure(kind: error.kind, rule: error.rule)
      failures[failure, default: Group()].say(error.message)
      failures[failure]?.add(past) { ReplaySample(past, snapshot, .refused, [issue]) }
    case .decided(let comparison): add(comparison, past, snapshot)
    }
  }

  private mutating func add(
    _ comparison: ReplayComparison, _ past: PastDecision, _ snapshot: DecisionSnapshot
  ) {
    if comparison.lines.isEmpty { return unchanged += 1 }
    for kind in comparison.kinds { kinds[kind, default: 0] += 1 }
    for line in comparison.lines {
      lines[line, default: Group()].add(past) {
        ReplaySample(past, snapshot, comparison.outcome, comparison.issues)
      }
    }
  }

  package mutating func add(_ other: ReplayTally) {
    decisions += other.decisions
    bookings += other.bookings
    unchanged += other.unchanged
    unreadable += other.unreadable
    kinds.merge(other.kinds, uniquingKeysWith: +)
    missingModes.merge(other.missingModes, uniquingKeysWith: +)
    for (line, group) in other.lines { lines[line, default: Group()].add(group) }
    for (failure, group) in other.failures { failures[failure, default: Group()].add(group) }
  }
}

/// A decision to show for many: what it was about and how it came out, and nobody's name.
package struct ReplaySample: Hashable, Sendable {
  package var id: String
  package var decidedAt: Instant
  /// Nil for an attempt that was refused.
  package var reference: String?
  package var restaurant: String
  package var mode: String
  /// Nil where the attempt gave none that could be read.
  package var date: CivilDate?
  package var time: String?
  package var party: Int?
  package var before: Outcome
  package var after: Outcome

  package struct Outcome: Hashable, Sendable {
    package var outcome: Verdict.Outcome
    package var codes: [String]
  }

  init(_ past: PastDecision, _ snapshot: DecisionSnapshot, _ outcome: Verdict.Outcome, _ issues: [Issue]) {
    let plan = Plan(snapshot.draft)
    id = past.id
    decidedAt = past.createdAt
    reference = past.booking?.reference
    restaurant = snapshot.facts.restaurant.slug
    mode = past.mode
    date = plan.date
    time = plan.minute.map { ClockTime.text($0) }
    party = plan.party
    before = Outcome(outcome: past.outcome, codes: past.issues.map(\.code))
    after = Outcome(outcome: outcome, codes: issues.map(\.code))
  }

  fileprivate func isNewer(than other: ReplaySample) -> Bool {
    (decidedAt, id) > (other.decidedAt, other.id)
  }
}
