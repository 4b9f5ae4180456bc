/// Which cases a sweep decides: every party size at every time; each other axis against these, all of them
/// where some rule looks at both and a few where none does; and the axes that a rule looks at together.
/// Bounded, however much the rules look at.
struct SweepPlan: Sendable {
  let axes: [SweepAxis]
  private(set) var layers: [SweepLayer] = []
  /// Axes that are looked at together, and would have been too many to cross.
  private(set) var notCrossed: [[SweepSubject]] = []
  private let boundaries: RuleBoundaries
  private let world: SweepWorld
  private var left: Int

  /// `budget` is about how many cases to decide.
  init(_ axes: SweepAxes, budget: Int) {
    self.axes = axes.all
    boundaries = axes.boundaries
    world = axes.world
    left = budget
    cross([], atMost: budget / 4)
    crossEachAxis(within: budget / 2)
    for group in couplings { cross(group, atMost: budget / 10) }
  }

  var caseCount: Int { layers.reduce(0) { $0 + $1.count } }

  /// Each axis against party and time. What the short ones leave, the long ones may take.
  private mutating func crossEachAxis(within budget: Int) {
    var rest = budget
    let sizes = axes.indices.map { layer([$0], .everything).count }
    let others = axes.indices.dropFirst(2).sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    for (number, axis) in others.enumerated() {
      let before = left
      cross([axis], atMost: rest / (others.count - number))
      rest -= before - left
    }
  }

  /// Crosses some axes with party and time, in as much detail as is of use and `most` allows.
  private mutating func cross(_ others: [Int], atMost most: Int) {
    for detail in Detail.allCases {
      let layer = layer(others, detail)
      guard layer.count <= min(most, left) else { continue }
      left -= layer.count
      if layer.count > 0 { layers.append(layer) }
      return
    }
    notCrossed.append(others.map { axes[$0].subject })
  }

  private func layer(_ others: [Int], _ detail: Detail) -> SweepLayer {
    let subjects = Set(others.map { axes[$0].subject })
    func needed(_ subject: SweepSubject) -> Detail {
      others.isEmpty || isRead(subject, with: subjects) ? detail : max(detail, .few)
    }
    // What an axis is at its base is decided already, where it is crossed with fewer.
    let points = others.map { axis in axes[axis].points.indices.filter { $0 != axes[axis].base } }
    return SweepLayer(
      axes: [0, 1] + others, points: [parties(needed(.party)), times(needed(.time))] + points)
  }

  /// Whether some function looks at a subject and at some others.
  private func isRead(_ subject: SweepSubject, with others: Set<SweepSubject>) -> Bool {
    // How full it is is told with this party: a rule that counts without it looks at both. And when it is
    // asked follows from the time and the notice.
    if subject == .party, !others.isDisjoint(with: boundaries.read.intersection([.load, .pacing])) {
      return true
    }
    if subject == .time, others.contains(.asking) { return true }
    // Past midnight it is another date.
    if subject == .time, others.contains(.day), boundaries.read.contains(.day) { return true }
    return boundaries.readings.contains { $0.contains(subject) && others.isSubset(of: $0) }
  }

  // MARK: How fine

  private enum Detail: Int, CaseIterable, Comparable {
    case everything, boundaries, few, one

    static func < (a: Detail, b: Detail) -> Bool { a.rawValue < b.rawValue }
  }

  private func parties(_ detail: Detail) -> [Int] {
    let all = (boundaries.numbers[.party] ?? []).filter { $0 > 0 }.sorted()
    // Where nothing looks at both, that there is a limit or two is enough.
    let limits = detail == .few ? Array(all.suffix(2)) : all
    func isKept(_ party: Int, _ margin: ClosedRange<Int>) -> Bool {
      party == 2 || limits.contains { margin.contains(party - $0) }
    }
    return axes[0].points.indices.filter { index in
      guard case .party(let party) = axes[0].points[index] else { return false }
      switch detail {
      case .everything: return true
      case .boundaries: return isKept(party, -1...1) || index == axes[0].points.count - 1
      case .few: return isKept(party, 0...1) || index == axes[0].points.count - 1
      case .one: return index == axes[0].base
      }
    }
  }

  private func times(_ detail: Detail) -> [Int] {
    let points = axes[1].points
    // Lunch, the afternoon, dinner; and when it is closed.
    let usual = [780, 960, 1140]
    return points.indices.filter { index in
      guard case .time(let minute) = points[index] else { return false }
      let isUsual = usual.contains(minute) || index == points.count - 1
      switch detail {
      case .everything: return true
      case .boundaries: return isUsual || edges.contains(index)
      case .few: return isUsual
      case .one: return index == axes[1].base
      }
    }
  }

  /// Times on either side of where something begins or ends.
  private var edges: Set<Int> {
    let said = (boundaries.numbers[.time] ?? []).union(world.services.flatMap { [$0.opens, $0.closes] })
      .union([world.hours.opens, world.hours.closes])
    let minutes = axes[1].points.map { point in if case .time(let minute) = point { minute } else { 0 } }
    return Set(
      said.flatMap { edge -> [Int] in
        let first = minutes.firstIndex { $0 >= edge } ?? minutes.count - 1
        return [first - 1, first, first + 1]
      })
  }

  // MARK: What belongs together

  /// Axes besides party and time that one function looks at, in twos and then in threes; and what an override
  /// is given for, with who gives it.
  private var couplings: [[Int]] {
    let groups = boundaries.readings.map { group in
      // When it is asked is the one or the other.
      axes.indices.dropFirst(2).filter { index in
        let subject = axes[index].subject
        return group.contains(subject) && !(subject == .notice && group.contains(.asking))
      }
    }
    let pairs = groups.flatMap { SweepPlan.choose(2, of: $0) } + overridePairs
    return SweepPlan.distinct(pairs) + SweepPlan.distinct(groups.flatMap { SweepPlan.choose(3, of: $0) })
  }

  private var overridePairs: [[Int]] {
    guard boundaries.overrides, let caller = axes.firstIndex(where: { $0.subject == .caller }) else {
      return []
    }
    let overridden: [SweepSubject] = [.load, .notice, .day, .grid, .pacing]
    return axes.indices.filter { overridden.contains(axes[$0].subject) }.map { [$0, caller].sorted() }
  }

  private static func choose(_ count: Int, of items: [Int]) -> [[Int]] {
    if count == 0 { return [[]] }
    return items.indices.flatMap { index in
      choose(count - 1, of: Array(items[(index + 1)...])).map { [items[index]] + $0 }
    }
  }

  private static func distinct(_ groups: [[Int]]) -> [[Int]] {
    var seen: Set<[Int]> = []
    return groups.filter { seen.insert($0).inserted }
  }
}

/// A block of cases: some axes over some of their points, all others at their base.
struct SweepLayer: Sendable {
  /// Ascending.
  let axes: [Int]
  /// For each of them, the points it takes.
  let points: [[Int]]

  var count: Int { points.reduce(1) { $0 * $1.count } }

  /// The points of one case, in the order of `axes`. The last axis counts fastest.
  func points(ofCase index: Int) -> [Int] {
    var rest = index
    var chosen = [Int](repeating: 0, count: axes.count)
    for place in axes.indices.reversed() {
      chosen[place] = points[place][rest % points[place].count]
      rest /= points[place].count
    }
    return chosen
  }
}
