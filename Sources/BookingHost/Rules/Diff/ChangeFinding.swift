/// One way in which two modes answer differently, and where.
struct FoundChange: Hashable {
  /// What differs; more than one thing where they always differ together.
  var changes: [AspectChange]
  /// Nil where it does not matter to the outcome.
  var transition: Transition?
  var region: Region
  /// Deltas that have all of the differences; and those of them that show it best.
  var carriers: Set<Int>
  var examples: Set<Int>

  /// What becomes of a booking, as far as it is worth telling apart: whether what is refused now was
  /// confirmed or asked for an override, is not.
  enum Transition: Hashable {
    case refuses, allows, asksForOverride, asksForNoOverride, otherStatus, failure, none

    init(_ delta: CaseDelta) {
      switch (delta.before, delta.after) {
      case (nil, _), (_, nil): self = .failure
      case let (before, after) where before == after: self = .none
      case (_, .refused): self = .refuses
      case (.refused, _): self = .allows
      case (_, .override): self = .asksForOverride
      case (.override, _): self = .asksForNoOverride
      default: self = .otherStatus
      }
    }
  }
}

/// Finds every way in which the answers of a sweep differ, and the blocks of cases where they do.
struct ChangeFinding {
  private let sweep: Sweep
  /// The differences of each delta, numbers that take many values left out.
  private let changes: [[AspectChange]]

  init(_ sweep: Sweep) {
    self.sweep = sweep
    let vague = ChangeFinding.variedValues(sweep.deltas)
    changes = sweep.deltas.map { delta in
      delta.changes.map { vague.contains(ChangeFinding.kind($0)) || $0.isOfOneSide ? $0.vague : $0 }
    }
  }

  var found: [FoundChange] {
    let found = groups.flatMap(cover)
    return found + joined(rest.flatMap { coverRest($0, found) })
  }

  /// Differences in the same cases of the same block are one.
  private func joined(_ found: [FoundChange]) -> [FoundChange] {
    found.reduce(into: []) { joined, change in
      let isSame = { (other: FoundChange) in
        other.region == change.region
          && places(other.region, other.carriers) == places(change.region, change.carriers)
      }
      guard let index = joined.firstIndex(where: isSame) else { return joined.append(change) }
      joined[index].changes = (joined[index].changes + change.changes).sorted(by: ChangeFinding.isBefore)
      joined[index].carriers.formIntersection(change.carriers)
      joined[index].examples.formIntersection(change.carriers)
    }
  }

  private func places(_ region: Region, _ carriers: Set<Int>) -> [[Int]] {
    sweep.cases(in: region, of: carriers).map { [$0.layer, $0.index] }
  }

  // MARK: Values that vary

  /// Three values of one thing are told apart; more are one difference, with values that vary.
  private static let mostValues = 3

  private static func variedValues(_ deltas: [CaseDelta]) -> Set<AspectChange> {
    var values: [AspectChange: Set<AspectChange>] = [:]
    for change in deltas.flatMap(\.changes) where change.aspect.isOfBookings {
      values[kind(change), default: []].insert(change)
    }
    return Set(values.filter { $0.value.count > mostValues }.keys)
  }

  /// The difference without its values.
  private static func kind(_ change: AspectChange) -> AspectChange { change.vague }

  // MARK: Grouping

  private struct Key: Hashable {
    var change: AspectChange
    var transition: FoundChange.Transition?
  }

  /// Differences that every case has together, with the deltas that have them.
  private struct Group {
    var changes: [AspectChange]
    var transition: FoundChange.Transition?
    var deltas: [Int]
  }

  /// The differences that show by themselves.
  private var groups: [Group] {
    var deltas: [Key: [Int]] = [:]
    for (number, delta) in sweep.deltas.enumerated() {
      for change in changes[number] where isStrong(change, delta) {
        deltas[Key(change: change, transition: transition(change, delta)), default: []].append(number)
      }
    }
    struct Together: Hashable {
      var deltas: [Int]
      var transition: FoundChange.Transition?
    }
    return Dictionary(grouping: deltas) { Together(deltas: $0.value, transition: $0.key.transition) }
      .map {
        Group(
          changes: $1.map(\.key.change).sorted(by: ChangeFinding.isBefore), transition: $0.transition,
          deltas: $0.deltas)
      }
      .sorted {
        $0.deltas == $1.deltas
          ? ChangeFinding.isBefore($0.changes[0], $1.changes[0])
          : $0.deltas.lexicographicallyPrecedes($1.deltas)
      }
  }

  /// The outcome belongs to what is found. To what follows a booking it does not: there it has passed.
  private func transition(_ change: AspectChange, _ delta: CaseDelta) -> FoundChange.Transition? {
    switch change.aspect {
    case .issue, .outcome, .failure: FoundChange.Transition(delta)
    default: nil
    }
  }

  /// Whether a difference shows by itself. It does not where the booking is refused anyway, or was let pass
  /// by an override.
  private func isStrong(_ change: AspectChange, _ delta: CaseDelta) -> Bool {
    guard case .issue = change.aspect else { return true }
    return delta.before != delta.after || (delta.passBoth && !delta.isOverridden)
  }

  // MARK: Covering

  private func cover(_ group: Group) -> [FoundChange] {
    let wanted = Set(group.deltas)
    let standings = sweep.deltas.indices.map { number -> RegionCover.Standing in
      if wanted.contains(number) { return .wanted }
      return group.changes.allSatisfy { isOpen($0, number) } ? .open : .forbidden
    }
    var cover = RegionCover(sweep, standings)
    let carriers = carriers(of: group.changes)
    return cover.blocks().map {
      FoundChange(
        changes: group.changes, transition: group.transition, region: $0, carriers: carriers, examples: wanted
      )
    }
  }

  /// Whether a case says nothing against a difference.
  private func isOpen(_ change: AspectChange, _ number: Int) -> Bool {
    let delta = sweep.deltas[number]
    switch change.aspect {
    // A rule may not have been asked, where the answer was no already.
    case .failure: return !delta.failed && delta.before == delta.after && !delta.passBoth
    case _ where delta.failed: return true
    case .issue(let code, _):
      if changes[number].contains(change) { return !isStrong(change, delta) }
      // Where it is closed all day, nobody looks any further at the time.
      return delta.shared.contains("closed_date") && ChangeFinding.ofOpenDays.contains(code)
    case .outcome: return delta.before == delta.after && !delta.passBoth
    case .words(let code): return !delta.shared.contains(code)
    case .effect, .covers, .duration, .source, .label, .value: return !delta.passBoth
    }
  }

  /// Differences that make no difference to the outcome in some cases, each group with those deltas.
  private var rest: [Group] {
    var deltas: [AspectChange: [Int]] = [:]
    for (number, delta) in sweep.deltas.enumerated() {
      for change in changes[number] where !isStrong(change, delta) {
        deltas[change, default: []].append(number)
      }
    }
    return Dictionary(grouping: deltas, by: \.value)
      .map { Group(changes: $1.map(\.key).sorted(by: ChangeFinding.isBefore), transition: nil, deltas: $0) }
      .sorted { $0.deltas.lexicographicallyPrecedes($1.deltas) }
  }

  /// Covers what no block has yet: cases that are refused anyway, or overridden.
  private func coverRest(_ group: Group, _ found: [FoundChange]) -> [FoundChange] {
    let done = found.filter { found in group.changes.allSatisfy { found.changes.contains($0) } }
    let wanted = Set(group.deltas)
    let standings = sweep.deltas.indices.map { number -> RegionCover.Standing in
      if wanted.contains(number) { return .wanted }
      let isShown = group.changes.contains {
        changes[number].contains($0) && isStrong($0, sweep.deltas[number])
      }
      return !isShown && group.changes.allSatisfy { isOpen($0, number) } ? .open : .forbidden
    }
    var cover = RegionCover(sweep, standings, done: done.map(\.region))
    return cover.blocks().map {
      FoundChange(
        changes: group.changes, transition: nil, region: $0, carriers: carriers(of: group.changes),
        examples: wanted)
    }
  }

  private func carriers(of wanted: [AspectChange]) -> Set<Int> {
    Set(sweep.deltas.indices.filter { Set(wanted).isSubset(of: changes[$0]) })
  }

  private static let ofOpenDays: Set<String> = [
    "closed_period", "outside_hours", "outside_service", "last_seating", "off_slot_grid",
  ]

  // MARK: Order

  static func isBefore(_ a: AspectChange, _ b: AspectChange) -> Bool { order(a) < order(b) }

  private static func order(_ change: AspectChange) -> (Int, String, String, String) {
    let values = (change.before ?? "", change.after ?? "")
    switch change.aspect {
    case .failure: return (0, "", values.0, values.1)
    case .issue(let code, let field): return (1, "\(code) \(field ?? "")", values.0, values.1)
    case .outcome: return (2, "", values.0, values.1)
    case .effect(let name, let number): return (3, "\(name) \(number)", values.0, values.1)
    case .duration: return (4, "", values.0, values.1)
    case .covers: return (5, "", values.0, values.1)
    case .source: return (6, "", values.0, values.1)
    case .label: return (7, "", values.0, values.1)
    case .value(let field): return (8, field, values.0, values.1)
    case .words(let code): return (9, code, values.0, values.1)
    }
  }
}

extension AspectChange {
  /// The difference with its values left open.
  var vague: AspectChange {
    AspectChange(
      aspect: aspect, before: before.map { _ in AspectChange.varies },
      after: after.map { _ in AspectChange.varies })
  }

  /// Stands for values that differ from case to case.
  static let varies = "…"

  /// An effect that one side has and the other has not: which it is says enough.
  var isOfOneSide: Bool {
    if case .effect = aspect { before == nil || after == nil } else { false }
  }

  var isVague: Bool { before == AspectChange.varies || after == AspectChange.varies }
}
