/// What changes, drawn as party sizes against times: one letter for each, the change that matters most there.
package struct DiffGrid: Sendable {
  /// Party sizes from and to, one row each; the last has no end.
  package var parties: [ClosedRange<Int>] = []
  /// Minutes of the service day, one column each.
  package var times: [Int] = []
  package var rows: [[Mark]] = []

  /// What a cell says. A capital is for an ordinary booking; a small letter for some bookings only.
  package struct Mark: Hashable, Sendable {
    package var change: Change
    package var isOrdinary: Bool

    package var letter: Character {
      isOrdinary ? change.letter : Character(change.letter.lowercased())
    }
  }

  /// From what matters most.
  package enum Change: Int, CaseIterable, Hashable, Sendable {
    case fails, refused, override, allowed, pending, issues, effects, terms, words, none, refusedAnyway

    package var letter: Character {
      switch self {
      case .fails: "X"
      case .refused: "R"
      case .override: "O"
      case .allowed: "A"
      case .pending: "P"
      case .issues: "I"
      case .effects: "E"
      case .terms: "T"
      case .words: "W"
      case .none: "·"
      case .refusedAnyway: "-"
      }
    }

    package var meaning: String {
      switch self {
      case .fails: "a rule fails, or fails no longer"
      case .refused: "refused, and was not"
      case .override: "needs an override, and did not"
      case .allowed: "let through, and was not"
      case .pending: "pending instead of confirmed, or the other way"
      case .issues: "the same outcome, with other findings"
      case .effects: "something else follows"
      case .terms: "another length, cover count, source or label"
      case .words: "other words"
      case .none: "unchanged"
      case .refusedAnyway: "refused, before and after"
      }
    }
  }

  init(_ sweep: Sweep, _ found: [FoundChange]) {
    let (parties, times) = (sweep.plan.axes[0], sweep.plan.axes[1])
    var marks = [[Mark]](
      repeating: Array(repeating: Mark(change: .none, isOrdinary: true), count: times.points.count),
      count: parties.points.count)
    let changes = DiffGrid.changes(sweep.deltas)
    for (number, layer) in sweep.plan.layers.enumerated() where layer.axes.count == 2 {
      for (index, id) in sweep.cases[number].enumerated() where id != Sweep.impossible {
        let points = layer.points(ofCase: index)
        marks[points[0]][points[1]] = Mark(change: changes[Int(id)], isOrdinary: true)
      }
    }
    for change in found { DiffGrid.add(change, to: &marks, changes) }
    self.times = times.points.compactMap { if case .time(let minute) = $0 { minute } else { nil } }
    gather(marks, parties)
  }

  /// What happens to some bookings shows where nothing happens to an ordinary one, unless all are refused
  /// there.
  private static func add(_ found: FoundChange, to marks: inout [[Mark]], _ changes: [Change]) {
    guard let loudest = found.examples.map({ changes[$0] }).min(by: { $0.rawValue < $1.rawValue }),
      !loudest.isQuiet
    else { return }
    for party in found.region.sets[0].indexes {
      for time in found.region.sets[1].indexes {
        let mark = marks[party][time]
        if mark.isOrdinary ? mark.change == .none : loudest.rawValue < mark.change.rawValue {
          marks[party][time] = Mark(change: loudest, isOrdinary: false)
        }
      }
    }
  }

  private static func changes(_ deltas: [CaseDelta]) -> [Change] {
    let all = deltas.map(change)
    // Where answers change, that some are worded differently is not worth a mark.
    guard all.contains(where: { !$0.isQuiet && $0 != .words }) else { return all }
    return zip(all, deltas).map { change, delta in
      guard change == .words else { return change }
      return delta.after == .refused ? .refusedAnyway : .none
    }
  }

  /// Sizes in a row that are alike share a row.
  private mutating func gather(_ marks: [[Mark]], _ axis: SweepAxis) {
    for (index, row) in marks.enumerated() {
      let size = PartyWords.size(axis, index)
      if rows.last == row {
        parties[parties.count - 1] = parties[parties.count - 1].lowerBound...size
      } else {
        parties.append(size...size)
        rows.append(row)
      }
    }
  }

  private static func change(_ delta: CaseDelta) -> Change {
    guard delta.isChanged else { return delta.after == .refused ? .refusedAnyway : .none }
    if delta.failed { return .fails }
    if delta.before != delta.after {
      switch delta.after {
      case .refused: return .refused
      case .override: return delta.before == .refused ? .allowed : .override
      default: return delta.passBoth ? .pending : .allowed
      }
    }
    if delta.changes.contains(where: { if case .issue = $0.aspect { true } else { false } }) {
      return delta.after == .refused ? .refusedAnyway : .issues
    }
    if delta.changes.contains(where: { if case .effect = $0.aspect { true } else { false } }) {
      return .effects
    }
    return delta.changes.contains { $0.aspect.isOfBookings } ? .terms : .words
  }
}

extension DiffGrid.Change {
  fileprivate var isQuiet: Bool { self == .none || self == .refusedAnyway }
}
