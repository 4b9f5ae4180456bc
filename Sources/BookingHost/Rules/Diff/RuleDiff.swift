/// What changes from one rule set to another, mode by mode.
package struct RuleDiff: Sendable {
  /// Revisions.
  package var before: String
  package var after: String
  package var modes: [ModeDiff]

  package var hasChanges: Bool { modes.contains { $0.status != .unchanged } }

  /// About how many cases a mode is decided in, by each of the two rule sets.
  package static let budget = 50_000

  /// Compares each mode of two rule sets, or only those that are named.
  package init(_ before: RuleBook, _ after: RuleBook, modes names: [String]? = nil, budget: Int = budget) {
    self.before = before.revision
    self.after = after.revision
    let all = Set(before.modeNames + after.modeNames).sorted()
    modes = all.filter { names?.contains($0) ?? true }.map { name in
      guard before.modeNames.contains(name) else { return ModeDiff(mode: name, status: .added) }
      guard after.modeNames.contains(name) else { return ModeDiff(mode: name, status: .removed) }
      if before.files.decidesLike(after.files, mode: name) {
        return ModeDiff(mode: name, status: .unchanged, isSameSource: true)
      }
      return ModeDiff((before, name), (after, name), budget: budget)
    }
  }

  /// Compares one mode with another, of one rule set or of two. Both must have it.
  package init(
    _ before: RuleBook, mode: String, _ after: RuleBook, mode other: String, budget: Int = budget
  ) {
    self.before = before.revision
    self.after = after.revision
    modes = [ModeDiff((before, mode), (after, other), budget: budget)]
  }
}

extension RuleFiles {
  /// Whether a mode's own file and all shared code are the same: the same source decides the same.
  fileprivate func decidesLike(_ other: RuleFiles, mode: String) -> Bool {
    texts[mode + ".lua"] == other.texts[mode + ".lua"] && library == other.library
  }
}

/// What changes in one mode.
package struct ModeDiff: Sendable {
  package var mode: String
  /// The other mode, where two are compared.
  package var otherMode: String?
  package var status: Status
  /// Whether nothing had to be decided, because the files are the same.
  package var isSameSource = false
  /// How many cases were decided, by each side.
  package var cases = 0
  /// What some function looks at together, and was too much to try together, in words.
  package var notCrossed: [String] = []
  /// Largest first.
  package var changes: [RuleChange] = []
  package var grid: DiffGrid?

  package enum Status: String, Sendable {
    case unchanged, changed, added, removed
  }

  init(mode: String, status: Status, isSameSource: Bool = false) {
    self.mode = mode
    self.status = status
    self.isSameSource = isSameSource
  }

  init(_ before: (rules: RuleBook, mode: String), _ after: (rules: RuleBook, mode: String), budget: Int) {
    let sides = [before, after].map { Sweep.Side(rules: $0.rules, policy: $0.rules.policy($0.mode)!) }
    self.init(Sweep(before: sides[0], after: sides[1], budget: budget), before: sides[0], after: sides[1])
  }

  init(_ sweep: Sweep, before: Sweep.Side, after: Sweep.Side) {
    self.init(mode: before.policy.mode, status: .unchanged)
    if after.policy.mode != mode { otherMode = after.policy.mode }
    cases = sweep.count
    notCrossed = sweep.plan.notCrossed.map { group in
      let names = RegionWords.list(group.subjects.map(RegionWords.name))
      return group.hasCorners ? names + " (only at their extremes)" : names
    }
    let describing = ChangeDescribing(sweep, before, after)
    let found = ChangeFinding(sweep).found
    let settings = SettingChanges(before: before, after: after).all
    changes = (found.map(describing.change) + settings)
      .sorted { ($0.rank, -$0.cases, $0.sentence) < ($1.rank, -$1.cases, $1.sentence) }
    if !changes.isEmpty {
      status = .changed
      grid = sweep.deltas.contains(where: \.isChanged) ? DiffGrid(sweep, found) : nil
    }
  }
}

extension Sweep {
  /// Plans and decides, along the boundaries that both sides have.
  init(before: Side, after: Side, budget: Int) {
    let fields = Set((before.policy.fields + after.policy.fields).map(\.name))
    var boundaries = RuleBoundaries()
    for side in [before, after] {
      boundaries.formUnion(RuleBoundaries(side.policy))
      boundaries.formUnion(
        SourceReading.boundaries(of: side.policy.mode, in: side.rules.files, fields: fields))
    }
    let axes = SweepAxes(before.policy, after.policy, boundaries)
    self.init(SweepPlan(axes, budget: budget), axes.world, before: before, after: after)
  }
}

/// One way in which a mode answers differently, for a block of cases.
package struct RuleChange: Sendable {
  /// `parties of 9 to 12 at dinner: confirmed → refused, party_max`
  package var sentence: String
  package var kind: Kind
  /// Nil for a setting, which no case shows.
  package var region: DescribedRegion?
  /// How many of the decided cases differ so.
  package var cases: Int
  package var before = ExampleAnswer()
  package var after = ExampleAnswer()
  /// The first such case.
  package var example: SweepScene?
  /// The lines behind it: `ops.lua:20`.
  package var ruleBefore: String?
  package var ruleAfter: String?

  /// What changes, from what matters most.
  package enum Kind: String, CaseIterable, Sendable {
    case failure, outcome, issues, effects, terms, settings, words
  }

  fileprivate var rank: Int { Kind.allCases.firstIndex(of: kind)! }
}

extension RuleChange {
  init(setting: String, ruleBefore: String?, ruleAfter: String?) {
    self.init(
      sentence: setting, kind: .settings, region: nil, cases: 0, ruleBefore: ruleBefore, ruleAfter: ruleAfter)
  }
}

/// What one side says to a case.
package struct ExampleAnswer: Sendable {
  /// Nil where a rule fails.
  package var verdict: Verdict?
  package var failure: RuleError?
}
