// How finely a plan takes each axis.
extension SweepPlan {
  enum Detail: Int, CaseIterable, Comparable {
    case everything, boundaries, few, one

    static func < (a: Detail, b: Detail) -> Bool { a.rawValue < b.rawValue }
  }

  func parties(_ detail: Detail) -> [Int] {
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

  func times(_ detail: Detail) -> [Int] {
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

  /// An ordinary point of an axis, and those that are furthest from it: what a rule that asks for much asks
  /// for.
  func corners(of axis: Int) -> [Int] {
    let points = axes[axis].points
    let chosen: [SweepPoint?]
    switch axes[axis].subject {
    case .notice:
      let ahead = points.filter { if case .notice(let minutes) = $0 { minutes >= 60 } else { false } }
      chosen = [ahead.first, ahead.last]
    case .load:
      chosen = [points.last { if case .booked = $0 { true } else { false } }, .filled(SweepWorld.seats)]
    case .caller: chosen = [.caller(.owner, givesReason: false), .caller(.server, givesReason: false)]
    case .day: chosen = saidDays
    case .field(let name):
      let said = (boundaries.texts[.field(name)] ?? []).sorted().first
      chosen = [said.map { .answer(.text($0), .value) }, .missing, points.first { $0 != .missing }]
    default: chosen = [points.last]
    }
    let indexes = [axes[axis].base] + chosen.compactMap { $0.flatMap(points.firstIndex) }
    var seen: Set<Int> = []
    return indexes.filter { seen.insert($0).inserted }
  }

  /// Days of the week and dates that rules name.
  private var saidDays: [SweepPoint?] {
    let texts = boundaries.texts[.day] ?? []
    let named = Weekday.allCases.filter { texts.contains($0.rawValue) }.map { SweepPoint.day(.weekday($0)) }
    let dates = SpecialDates(texts: texts.sorted(), numbers: []).dates.dropFirst().prefix(1)
    return dates.map { .day(.date($0)) } + named
  }
}
