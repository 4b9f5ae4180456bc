/// A block of cases as data: what bounds it, each axis for itself. Nil is any.
package struct DescribedRegion: Sendable {
  package var parties: ClosedRange<Int>?
  /// Whether the largest stands for every larger one.
  package var isPartyOpen = false
  /// Minutes of the service day, first and last of each stretch.
  package var times: [(from: Int, to: Int)]?
  package var weekdays: [Weekday]?
  /// Every axis that bounds it, in words.
  package var conditions: [(subject: String, words: String)] = []
  /// What the cover gave.
  let region: Region

  init(_ region: Region, _ sweep: Sweep) {
    self.region = region
    for (axis, set) in zip(sweep.plan.axes, region.sets) where set != axis.everyPoint {
      switch axis.subject {
      case .party: takeParties(axis, set)
      case .time: times = TimeWords(axis: axis, world: sweep.world).ranges(set)
      case .day: takeDays(axis, set)
      default: break
      }
    }
    conditions = RegionWords(sweep: sweep).phrases(region).map { (RegionWords.key($0.subject), $0.text) }
  }

  private mutating func takeParties(_ axis: SweepAxis, _ set: PointSet) {
    guard let first = set.indexes.first, let last = set.indexes.last else { return }
    parties = PartyWords.size(axis, first)...PartyWords.size(axis, last)
    isPartyOpen = last == axis.points.count - 1
  }

  /// Days of the week, where nothing but these bounds it.
  private mutating func takeDays(_ axis: SweepAxis, _ set: PointSet) {
    let all = axis.points.count { if case .day(.weekday) = $0 { true } else { false } }
    let days = set.indexes.compactMap { index -> Weekday? in
      if case .day(.weekday(let weekday)) = axis.points[index] { weekday } else { nil }
    }
    if all > 1, days.count == set.count, days.count < all { weekdays = days }
  }
}

extension RegionWords {
  /// An axis as a key of data, in the rules' spelling.
  static func key(_ subject: SweepSubject) -> String {
    switch subject {
    case .grid: "grid"
    case .asking: "asked"
    case .caller: "role"
    case .standing: "guest_known"
    case .noShows: "no_shows"
    case .upcoming: "upcoming"
    case .field(let name): name
    default: name(subject)
    }
  }
}
