/// Which cases a sweep decides: every party size at every time; each other axis against these, all of them
/// where some rule looks at both and a few where none does; and the axes that a rule looks at together, in
/// twos with all their points, and all of them at once at their extremes. Bounded, however much the rules
/// look at.
struct SweepPlan: Sendable {
  let axes: [SweepAxis]
  private(set) var layers: [SweepLayer] = []
  /// What is looked at together, and would have been too much to try together.
  private(set) var notCrossed: [Uncrossed] = []
  let boundaries: RuleBoundaries
  let world: SweepWorld
  private var left: Int

  struct Uncrossed: Hashable, Sendable {
    var subjects: [SweepSubject]
    /// Whether the extremes of each were tried with those of the others.
    var hasCorners: Bool
  }

  /// `budget` is about how many cases to decide.
  init(_ axes: SweepAxes, budget: Int) {
    self.axes = axes.all
    boundaries = axes.boundaries
    world = axes.world
    left = budget
    _ = cross([], atMost: budget / 4)
    crossEachAxis(within: budget * 2 / 5)
    crossGroups(budget)
  }

  /// Each axis against party and time. What the short ones leave, the long ones may take.
  private mutating func crossEachAxis(within budget: Int) {
    var rest = budget
    let sizes = axes.indices.map { layer([$0], .everything).count }
    let others = axes.indices.dropFirst(2).sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    for (number, axis) in others.enumerated() {
      let before = left
      if !cross([axis], atMost: rest / (others.count - number)) { giveUp([axis], hasCorners: false) }
      rest -= before - left
    }
  }

  /// What belongs together: at the extremes of all first, since a rule may ask for everything at once.
  private mutating func crossGroups(_ budget: Int) {
    let groups = groups
    let large = groups.filter { $0.count > 2 }
    let withCorners = large.filter { crossCorners($0, atMost: budget / 4 / large.count) }
    let failed = SweepPlan.distinct(groups.flatMap(SweepPlan.pairs)).filter {
      !cross($0, atMost: budget / 10)
    }
    for group in groups where !failed.allSatisfy({ !Set($0).isSubset(of: group) }) {
      giveUp(group, hasCorners: withCorners.contains(group))
    }
    // Nothing depends on these but whether an override passes.
    for pair in overridePairs { _ = cross(pair, atMost: budget / 10) }
  }

  private mutating func giveUp(_ group: [Int], hasCorners: Bool) {
    let uncrossed = Uncrossed(subjects: group.map { axes[$0].subject }, hasCorners: hasCorners)
    if !notCrossed.contains(uncrossed) { notCrossed.append(uncrossed) }
  }

  /// Crosses some axes with party and time, in as much detail as is of use and `most` allows. False when
  /// even the least is too much.
  private mutating func cross(_ others: [Int], atMost most: Int) -> Bool {
    add(Detail.allCases.map { self.layer(others, $0) }, atMost: most)
  }

  /// Crosses the extremes of some axes.
  private mutating func crossCorners(_ group: [Int], atMost most: Int) -> Bool {
    let corners = group.map { axis in Array(self.corners(of: axis).prefix(3)) }
    let fewer = corners.map { Array($0.prefix(2)) }
    let plans: [([Int], [Int], [[Int]])] = [
      (parties(.few), times(.few), corners), (parties(.few), times(.few), fewer),
      (parties(.few), times(.one), fewer), (parties(.one), times(.one), fewer),
    ]
    return add(plans.map { SweepLayer(axes: [0, 1] + group, points: [$0, $1] + $2) }, atMost: most)
  }

  /// Adds the first layer that is small enough.
  private mutating func add(_ layers: [SweepLayer], atMost most: Int) -> Bool {
    guard let layer = layers.first(where: { $0.count <= min(most, left) }) else { return false }
    left -= layer.count
    if layer.count > 0 { self.layers.append(layer) }
    return true
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

  // MARK: What belongs together

  /// Axes besides party and time that one function looks at.
  private var groups: [[Int]] {
    SweepPlan.distinct(
      boundaries.readings.map { group in
        // When it is asked is the one or the other.
        axes.indices.dropFirst(2).filter { index in
          let subject = axes[index].subject
          return group.contains(subject) && !(subject == .notice && group.contains(.asking))
        }
      }.filter { $0.count > 1 })
  }

  /// What an override is given for, with who gives it.
  private var overridePairs: [[Int]] {
    guard boundaries.overrides, let caller = axes.firstIndex(where: { $0.subject == .caller }) else {
      return []
    }
    let overridden: [SweepSubject] = [.load, .notice, .day, .grid, .pacing]
    return axes.indices.filter { overridden.contains(axes[$0].subject) }.map { [$0, caller].sorted() }
  }

  private static func pairs(of items: [Int]) -> [[Int]] {
    items.indices.flatMap { first in items[(first + 1)...].map { [items[first], $0] } }
  }

  private static func distinct(_ groups: [[Int]]) -> [[Int]] {
    var seen: Set<[Int]> = []
    return groups.filter { seen.insert($0).inserted }
  }
}
