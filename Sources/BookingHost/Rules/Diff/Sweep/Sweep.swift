import Foundation
import Synchronization

/// Every case of a plan, decided by two rule sets.
struct Sweep: Sendable {
  let plan: SweepPlan
  let world: SweepWorld
  /// The different ways in which answers compare.
  private(set) var deltas: [CaseDelta] = []
  /// For each layer, which of `deltas` each case is; `impossible` where there is no such case.
  private(set) var cases: [[Int32]] = []

  static let impossible: Int32 = -1

  /// One side: a mode of a rule book.
  struct Side: Sendable {
    let rules: RuleBook
    let policy: Policy
  }

  init(_ plan: SweepPlan, _ world: SweepWorld, before: Side, after: Side) {
    self.plan = plan
    self.world = world
    var numbers: [CaseDelta: Int32] = [:]
    for layer in plan.layers {
      var ids: [Int32] = []
      ids.reserveCapacity(layer.count)
      for chunk in decide(layer, before, after) {
        // The chunks come in order, so that the same rules number their deltas alike on any machine.
        let known = chunk.deltas.map { delta -> Int32 in
          if let number = numbers[delta] { return number }
          deltas.append(delta)
          numbers[delta] = Int32(deltas.count - 1)
          return Int32(deltas.count - 1)
        }
        ids += chunk.cases.map { $0 == Sweep.impossible ? Sweep.impossible : known[Int($0)] }
      }
      cases.append(ids)
    }
  }

  /// How many cases were decided.
  var count: Int { cases.reduce(0) { $0 + $1.count { $0 != Sweep.impossible } } }

  /// A case's point on every axis.
  func points(ofCase index: Int, inLayer number: Int) -> [Int] {
    var points = plan.axes.map(\.base)
    let layer = plan.layers[number]
    for (axis, point) in zip(layer.axes, layer.points(ofCase: index)) { points[axis] = point }
    return points
  }

  func scene(_ points: [Int]) -> SweepScene? {
    world.scene(zip(plan.axes, points).map { ($0.subject, $0.points[$1]) })
  }

  // MARK: Deciding

  /// Some cases in a row, with the deltas among them.
  private struct Chunk: Sendable {
    var deltas: [CaseDelta] = []
    var cases: [Int32] = []
  }

  private static let chunkSize = 512

  private func decide(_ layer: SweepLayer, _ before: Side, _ after: Side) -> [Chunk] {
    let count = (layer.count + Sweep.chunkSize - 1) / Sweep.chunkSize
    let chunks = Mutex([Chunk](repeating: Chunk(), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let first = number * Sweep.chunkSize
      let range = first..<min(layer.count, first + Sweep.chunkSize)
      let chunk = decide(range, of: layer, before, after)
      chunks.withLock { $0[number] = chunk }
    }
    return chunks.withLock { $0 }
  }

  private func decide(
    _ range: Range<Int>, of layer: SweepLayer, _ before: Side, _ after: Side
  ) -> Chunk {
    var chunk = Chunk()
    var numbers: [CaseDelta: Int32] = [:]
    var points = plan.axes.map(\.base)
    for index in range {
      for (axis, point) in zip(layer.axes, layer.points(ofCase: index)) { points[axis] = point }
      guard let scene = scene(points) else {
        chunk.cases.append(Sweep.impossible)
        continue
      }
      let delta = CaseDelta(
        .of(scene, before.rules, before.policy), .of(scene, after.rules, after.policy))
      if numbers[delta] == nil {
        numbers[delta] = Int32(chunk.deltas.count)
        chunk.deltas.append(delta)
      }
      chunk.cases.append(numbers[delta]!)
    }
    return chunk
  }
}
