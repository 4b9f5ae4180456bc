/// A block of cases: for each axis the points it takes. It means every case that was decided and lies in it.
package struct Region: Hashable, Sendable {
  package var sets: [PointSet]

  package func contains(_ points: [Int]) -> Bool {
    zip(sets, points).allSatisfy { $0.contains($1) }
  }
}

/// Covers the cases that differ in one way by few blocks, as large as they can be: every such case is in a
/// block, and no block has a case that does not differ so, unless there is nothing to compare in it.
struct RegionCover {
  /// What a case is to a cover.
  enum Standing: UInt8 {
    /// Has to be covered.
    case wanted
    /// May be covered: there is nothing to see in it.
    case open
    case forbidden
  }

  private let sweep: Sweep
  /// By delta.
  private let standings: [Standing]
  private let layersOfAxis: [[Int]]
  /// For each layer, the cases that need no covering any more.
  private var covered: [[Bool]]

  /// `done` are blocks whose cases need no covering.
  init(_ sweep: Sweep, _ standings: [Standing], done: [Region] = []) {
    self.sweep = sweep
    self.standings = standings
    let layers = sweep.plan.layers
    layersOfAxis = sweep.plan.axes.indices.map { axis in
      layers.indices.filter { layers[$0].axes.contains(axis) }
    }
    covered = sweep.cases.map { ids in
      ids.map { $0 == Sweep.impossible || standings[Int($0)] != .wanted }
    }
    for region in done { cover(region) }
  }

  /// The blocks, and what is left uncovered when there are more than `most`.
  mutating func blocks(atMost most: Int = 1_000) -> [Region] {
    var blocks: [Region] = []
    while blocks.count < most, let seed = nextUncovered() {
      let grown = RegionCover.orders(sweep.plan.axes.count).map { grow(seed, along: $0) }
      let best = grown.map { ($0, gain: gain($0), spread: spread($0)) }.enumerated().max { a, b in
        (a.element.gain, a.element.spread, -a.offset) < (b.element.gain, b.element.spread, -b.offset)
      }
      guard let best else { break }
      cover(best.element.0)
      blocks.append(best.element.0)
    }
    return blocks
  }

  // MARK: Growing

  /// The axes in several orders: what is widened first is bounded least.
  private static func orders(_ count: Int) -> [[Int]] {
    let others = Array(2..<count)
    return [
      Array(others.reversed()) + [1, 0], others + [1, 0], [0, 1] + others, [1, 0] + others.reversed(),
    ]
  }

  private func grow(_ seed: [Int], along order: [Int]) -> Region {
    var region = Region(sets: seed.map { PointSet($0) })
    for axis in order {
      let points = sweep.plan.axes[axis].points.indices
      let evidence = points.map { self.evidence(region, axis, $0) }
      let kept = axis == 0 ? range(evidence, around: seed[0]) : points.filter { evidence[$0] != .against }
      region.sets[axis] = PointSet(indexes: RegionCover.shown(kept, evidence))
    }
    trim(&region)
    return region
  }

  /// Where some points of an axis matter, those are left out in which there is nothing to see. A stretch of
  /// numbers keeps its length.
  private func trim(_ region: inout Region) {
    for (axis, points) in sweep.plan.axes.enumerated() where !points.subject.isOrdered {
      guard region.sets[axis] != points.everyPoint else { continue }
      let shown = region.sets[axis].indexes.filter { self.evidence(region, axis, $0) == .supports }
      if !shown.isEmpty { region.sets[axis] = PointSet(indexes: shown) }
    }
  }

  /// Party sizes stay one range: that is how people think of them.
  private func range(_ evidence: [Evidence], around seed: Int) -> [Int] {
    let below = (0..<seed).reversed().prefix { evidence[$0] != .against }
    let above = (seed + 1..<max(seed + 1, evidence.count)).prefix { evidence[$0] != .against }
    return below.reversed() + [seed] + above
  }

  /// The points that may stand. Where nothing was decided, what holds on either side holds between; and where
  /// nothing speaks against any point, all stand.
  private static func shown(_ kept: [Int], _ evidence: [Evidence]) -> [Int] {
    guard kept.count < evidence.count else { return kept }
    func holds(_ nearest: Int?) -> Bool { nearest.map { kept.contains($0) } ?? false }
    return kept.filter { point in
      guard evidence[point] == .missing else { return true }
      return holds(evidence[..<point].lastIndex { $0 != .missing })
        && holds(evidence[point...].firstIndex { $0 != .missing })
    }
  }

  private enum Evidence {
    case missing
    /// Nothing to see in any case.
    case nothing
    case supports, against
  }

  /// What the decided cases of a region say of one point of an axis.
  private func evidence(_ region: Region, _ axis: Int, _ point: Int) -> Evidence {
    var slice = region
    slice.sets[axis] = PointSet(point)
    let isBase = point == sweep.plan.axes[axis].base
    // A layer without the axis has it at its base.
    let layers = isBase ? Array(sweep.plan.layers.indices) : layersOfAxis[axis]
    var found = Evidence.missing
    for number in layers {
      let isAllowed = sweep.allCases(ofLayer: number, in: slice) { id, _ in
        guard id != Sweep.impossible else { return true }
        let standing = standings[Int(id)]
        if standing == .wanted { found = .supports } else if found == .missing { found = .nothing }
        return standing != .forbidden
      }
      if !isAllowed { return .against }
    }
    return found
  }

  // MARK: Counting

  private func nextUncovered() -> [Int]? {
    for number in covered.indices {
      if let index = covered[number].firstIndex(of: false) {
        return sweep.points(ofCase: index, inLayer: number)
      }
    }
    return nil
  }

  private func gain(_ region: Region) -> Int {
    var count = 0
    for number in sweep.plan.layers.indices {
      _ = sweep.allCases(ofLayer: number, in: region) { _, index in
        if !covered[number][index] { count += 1 }
        return true
      }
    }
    return count
  }

  /// How many axes do not matter.
  private func spread(_ region: Region) -> Int {
    zip(region.sets, sweep.plan.axes).count { $0 == $1.everyPoint }
  }

  private mutating func cover(_ region: Region) {
    for number in sweep.plan.layers.indices {
      var indexes: [Int] = []
      _ = sweep.allCases(ofLayer: number, in: region) { _, index in
        indexes.append(index)
        return true
      }
      for index in indexes { covered[number][index] = true }
    }
  }
}

extension Sweep {
  /// Calls `body` with the delta and the place of every case of a layer that lies in a region, until it
  /// returns false; returns whether it never did.
  func allCases(ofLayer number: Int, in region: Region, _ body: (Int32, Int) -> Bool) -> Bool {
    let layer = plan.layers[number]
    for axis in plan.axes.indices where !region.sets[axis].contains(plan.axes[axis].base) {
      if !layer.axes.contains(axis) { return true }
    }
    var offsets = [0]
    for (axis, points) in zip(layer.axes, layer.points) {
      let places = points.indices.filter { region.sets[axis].contains(points[$0]) }
      offsets = offsets.flatMap { offset in places.map { offset * points.count + $0 } }
    }
    let ids = cases[number]
    return offsets.allSatisfy { body(ids[$0], $0) }
  }

  /// The decided cases of a region that have one of some deltas: layer by layer, each with its delta and its
  /// place.
  func cases(in region: Region, of wanted: Set<Int>) -> [(layer: Int, index: Int, delta: Int)] {
    let isWanted = deltas.indices.map { wanted.contains($0) }
    var found: [(layer: Int, index: Int, delta: Int)] = []
    for number in plan.layers.indices {
      _ = allCases(ofLayer: number, in: region) { id, index in
        if id != Sweep.impossible, isWanted[Int(id)] { found.append((number, index, Int(id))) }
        return true
      }
    }
    return found
  }
}
