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
