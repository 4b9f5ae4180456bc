/// What `rules diff` found.
package struct RulesDiffJSON: Encodable, Sendable {
  package var before: Side
  package var after: Side
  package var changed: Bool
  package var modes: [Mode]

  /// One of the two rule sets: as it was named, and its revision.
  package struct Side: Encodable, Sendable {
    package var name: String
    package var revision: String
  }

  package struct Mode: Encodable, Sendable {
    package var mode: String
    /// The other mode, where two modes are compared.
    @OrNull package var otherMode: String?
    /// `unchanged`, `changed`, `added` or `removed`.
    package var status: String
    /// How many cases were decided, by each side; none where the files are the same.
    package var cases: Int
    package var sameSource: Bool
    /// What rules look at together and was too much to try together.
    package var notCrossed: [String]
    package var changes: [Change]
    @OrNull package var grid: Grid?
  }

  /// One way in which a mode answers differently, and where. What is null does not matter.
  package struct Change: Encodable, Sendable {
    package var sentence: String
    /// `failure`, `outcome`, `issues`, `effects`, `terms`, `settings` or `words`.
    package var kind: String
    package var cases: Int
    /// From and to; null for `to` is any larger party.
    @OrNull package var parties: [Int?]?
    /// First and last slot of each stretch.
    @OrNull package var times: [[String]]?
    @OrNull package var weekdays: [String]?
    package var conditions: [Condition]
    @OrNull package var before: Answer?
    @OrNull package var after: Answer?
    @OrNull package var example: Example?
    @OrNull package var ruleBefore: String?
    @OrNull package var ruleAfter: String?
  }

  /// Something that bounds a change: what, and how, in words.
  package struct Condition: Encodable, Sendable {
    package var subject: String
    package var words: String
  }

  /// What one side says to the example.
  package struct Answer: Encodable, Sendable {
    package var outcome: String
    package var issues: [IssueJSON]
    package var effects: [EffectJSON]
    @OrNull package var covers: Int?
    @OrNull package var durationMinutes: Int?
    @OrNull package var status: String?
    @OrNull package var source: String?
    @OrNull package var label: String?
    @OrNull package var error: ExplanationJSON.Failure?
  }

  /// A case that shows the change.
  package struct Example: Encodable, Sendable {
    package var draft: PackedValue
    package var now: String
    package var role: String
    @OrNull package var overrideReason: String?
  }

  /// The grid: a row for each range of party sizes, a letter for each time.
  package struct Grid: Encodable, Sendable {
    package var parties: [[Int?]]
    package var times: [String]
    package var rows: [String]
    package var legend: [String: String]
  }
}

extension RulesDiffJSON {
  package init(_ diff: RuleDiff, before: String, after: String) {
    self.init(
      before: Side(name: before, revision: diff.before), after: Side(name: after, revision: diff.after),
      changed: diff.hasChanges, modes: diff.modes.map { Mode($0) })
  }
}

extension RulesDiffJSON.Mode {
  init(_ mode: ModeDiff) {
    self.init(
      mode: mode.mode, otherMode: mode.otherMode, status: mode.status.rawValue, cases: mode.cases,
      sameSource: mode.isSameSource, notCrossed: mode.notCrossed, changes: mode.changes.map { .init($0) },
      grid: mode.grid.map { .init($0) })
  }
}

extension RulesDiffJSON.Change {
  init(_ change: RuleChange) {
    let region = change.region
    self.init(
      sentence: change.sentence, kind: change.kind.rawValue, cases: change.cases,
      parties: region?.parties.map { [$0.lowerBound, region?.isPartyOpen == true ? nil : $0.upperBound] },
      times: region?.times.map { $0.map { [ClockTime.text($0.from), ClockTime.text($0.to)] } },
      weekdays: region?.weekdays.map { $0.map(\.rawValue) },
      conditions: (region?.conditions ?? []).map {
        .init(subject: WireEncoder.key($0.subject), words: $0.words)
      },
      before: region.map { _ in .init(change.before) }, after: region.map { _ in .init(change.after) },
      example: change.example.map { .init($0) }, ruleBefore: change.ruleBefore, ruleAfter: change.ruleAfter)
  }
}

extension RulesDiffJSON.Answer {
  init(_ answer: ExampleAnswer) {
    guard let verdict = answer.verdict else {
      let error = answer.failure
      self.init(
        outcome: Verdict.Outcome.refused.rawValue, issues: [], effects: [],
        error: error.map { .init(code: $0.kind.rawValue, message: $0.message, rule: $0.rule) })
      return
    }
    self.init(
      outcome: verdict.outcome.rawValue, issues: verdict.issues.map { IssueJSON($0) },
      effects: verdict.effects.map { EffectJSON(StoredEffect($0)) }, covers: verdict.terms.covers,
      durationMinutes: verdict.terms.durationMinutes, status: verdict.terms.status.rawValue,
      source: verdict.terms.source, label: verdict.terms.label)
  }
}

extension RulesDiffJSON.Example {
  init(_ scene: SweepScene) {
    let facts = scene.facts(access: .staff)
    let answers = scene.draft.answers.sorted { $0.key < $1.key }
    self.init(
      draft: .record(answers.map { PackedEntry(key: WireEncoder.key($0.key), value: PackedValue($0.value)) }),
      now: facts.now.description, role: (facts.staff.role ?? .none).rawValue,
      overrideReason: scene.overrideReason)
  }
}

extension RulesDiffJSON.Grid {
  init(_ grid: DiffGrid) {
    let used = Set(grid.rows.joined())
    let last = grid.parties.count - 1
    self.init(
      parties: grid.parties.enumerated().map { [$1.lowerBound, $0 == last ? nil : $1.upperBound] },
      times: grid.times.map { ClockTime.text($0) },
      rows: grid.rows.map { String($0.map(\.letter)) },
      legend: Dictionary(uniqueKeysWithValues: used.map { (String($0.letter), $0.meaning) }))
  }
}

extension DiffGrid.Mark {
  /// What a letter means.
  package var meaning: String {
    isOrdinary || change.letter.lowercased() == String(change.letter)
      ? change.meaning : change.meaning + ", for some bookings only"
  }
}
