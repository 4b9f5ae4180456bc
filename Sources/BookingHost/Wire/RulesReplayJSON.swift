/// What `rules replay` found.
package struct RulesReplayJSON: Encodable, Sendable {
  /// The candidate's revision.
  package var revision: String
  /// Slugs of the restaurants whose decisions were made again.
  package var restaurants: [String]
  package var decisions: Int
  package var bookings: Int
  package var unchanged: Int
  package var newlyRefused: Int
  package var newlyAllowed: Int
  package var effectsChanged: Int
  package var termsChanged: Int
  package var issuesChanged: Int
  /// Decisions at which a rule of the candidate failed.
  package var failed: Int
  /// Decisions by modes that the candidate has not.
  package var modeMissing: Int
  /// Decisions that are kept in a form that this program cannot read.
  package var unreadable: Int
  package var byRule: [Line]
  package var failures: [Failure]
  package var missingModes: [String: Int]
  /// Future bookings that the candidate would refuse, soonest first.
  package var stranded: [Stranded]
  /// How many there are; more than are listed, when there are very many.
  package var strandedCount: Int
  /// Some of the decisions that differ, newest first.
  package var samples: [Sample]

  /// Decisions that differ in one way because of one line.
  package struct Line: Encodable, Sendable {
    package var change: String
    package var code: String
    /// `ops.lua:42`; null for what the host itself requires.
    @OrNull package var rule: String?
    /// The revision whose line it is; null for the candidate's.
    @OrNull package var revision: String?
    package var count: Int
    package var samples: [Sample]
  }

  package struct Failure: Encodable, Sendable {
    package var code: String
    package var message: String
    @OrNull package var rule: String?
    package var count: Int
    package var samples: [Sample]
  }

  /// One decision: what it was about, and nobody's name.
  package struct Sample: Encodable, Sendable {
    package var change: String
    package var decision: String
    package var decidedAt: String
    /// Null for an attempt that was refused.
    @OrNull package var reference: String?
    package var restaurant: String
    package var mode: String
    @OrNull package var date: String?
    @OrNull package var time: String?
    @OrNull package var party: Int?
    package var before: Outcome
    package var after: Outcome
  }

  package struct Outcome: Encodable, Sendable {
    package var outcome: String
    package var issues: [String]
  }

  package struct Stranded: Encodable, Sendable {
    package var reference: String
    package var restaurant: String
    package var date: String
    package var time: String
    package var party: Int
    package var status: String
    package var issues: [String]
    /// The lines that refuse it.
    package var rules: [String]
  }
}

extension RulesReplayJSON {
  /// `slugs` names restaurants by id.
  package init(
    _ tally: ReplayTally, _ stranded: RuleReplay.StrandedList, revision: String, slugs: [String: String]
  ) {
    self.init(
      revision: revision, restaurants: slugs.values.sorted(), decisions: tally.decisions,
      bookings: tally.bookings, unchanged: tally.unchanged, newlyRefused: tally.count(.newlyRefused),
      newlyAllowed: tally.count(.newlyAllowed), effectsChanged: tally.count(.effectsChanged),
      termsChanged: tally.count(.termsChanged), issuesChanged: tally.count(.issuesChanged),
      failed: tally.failed, modeMissing: tally.modeMissing, unreadable: tally.unreadable,
      byRule: tally.inOrder.map { Line($0, $1) },
      failures: tally.failures.map { Failure($0, $1) }.sorted {
        ($1.count, $0.rule ?? "", $0.code) < ($0.count, $1.rule ?? "", $1.code)
      },
      missingModes: tally.missingModes,
      stranded: stranded.bookings.map { Stranded($0, restaurant: slugs[$0.restaurantID] ?? "") },
      strandedCount: stranded.count, samples: RulesReplayJSON.samples(tally))
  }

  /// One decision may differ in several ways; it is shown for the first of them.
  private static func samples(_ tally: ReplayTally) -> [Sample] {
    var seen: Set<String> = []
    let all =
      tally.inOrder.flatMap { line, group in group.samples.map { (line.kind.rawValue, $0) } }
      + tally.failures.flatMap { _, group in group.samples.map { ("failed", $0) } }
    return all.filter { seen.insert($0.1.id).inserted }
      .sorted { ($1.1.decidedAt, $1.1.id) < ($0.1.decidedAt, $0.1.id) }
      .prefix(mostSamples).map { Sample($1, change: $0) }
  }

  private static let mostSamples = 20
}

extension RulesReplayJSON.Line {
  init(_ line: ReplayLine, _ group: ReplayTally.Group) {
    self.init(
      change: line.kind.rawValue, code: line.code, rule: line.rule, revision: line.revision,
      count: group.count, samples: group.samples.map { .init($0, change: line.kind.rawValue) })
  }
}

extension RulesReplayJSON.Failure {
  init(_ failure: ReplayTally.Failure, _ group: ReplayTally.Group) {
    self.init(
      code: failure.kind.rawValue, message: group.message ?? "", rule: failure.rule, count: group.count,
      samples: group.samples.map { .init($0, change: "failed") })
  }
}

extension RulesReplayJSON.Sample {
  init(_ sample: ReplaySample, change: String) {
    self.init(
      change: change, decision: sample.id, decidedAt: Zone.utc.timestamp(sample.decidedAt),
      reference: sample.reference, restaurant: sample.restaurant, mode: sample.mode,
      date: sample.date?.description, time: sample.time, party: sample.party,
      before: .init(outcome: sample.before.outcome.rawValue, issues: sample.before.codes),
      after: .init(outcome: sample.after.outcome.rawValue, issues: sample.after.codes))
  }
}

extension RulesReplayJSON.Stranded {
  init(_ stranded: RuleReplay.Stranded, restaurant: String) {
    let booking = stranded.booking
    self.init(
      reference: booking.reference, restaurant: restaurant, date: booking.start.date.description,
      time: booking.start.time, party: booking.party, status: booking.status.rawValue,
      issues: stranded.issues.map(\.code), rules: stranded.issues.compactMap(\.rule))
  }
}
