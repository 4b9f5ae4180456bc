/// Times of day, by services where they are just these.
struct TimeWords {
  let axis: SweepAxis
  let world: SweepWorld

  func text(_ set: PointSet) -> String {
    if let whole = names(set) { return RegionWords.list(whole) }
    if let pattern = pattern(set) { return pattern }
    let runs = set.runs.map(text)
    let shown = runs.count > 5 ? Array(runs.prefix(4)) + ["\(runs.count - 4) other times"] : runs
    return RegionWords.list(shown)
  }

  /// Stretches from the first to the last time of each.
  func ranges(_ set: PointSet) -> [(from: Int, to: Int)] {
    set.runs.map { (minute($0.lowerBound), minute($0.upperBound)) }
  }

  func minute(_ index: Int) -> Int {
    if case .time(let minute) = axis.points[index] { minute } else { 0 }
  }

  /// Every service, the time between them, and the time outside, with the points in each.
  private var parts: [(name: String, set: PointSet)] {
    func points(_ matches: (Int) -> Bool) -> PointSet {
      axis.points.indices.reduce(into: PointSet()) { if matches(minute($1)) { $0.insert($1) } }
    }
    func isServed(_ minute: Int) -> Bool { world.services.contains { $0.contains(minute) } }
    let services = world.services.map { service in
      ("at \(service.name.lowercased())", points(service.contains))
    }
    return services + [
      ("between services", points { world.hours.contains($0) && !isServed($0) }),
      ("outside opening hours", points { !world.hours.contains($0) }),
    ]
  }

  /// The parts that make up exactly these times; nil when they are cut somewhere.
  private func names(_ set: PointSet) -> [String]? {
    let parts = parts.filter { $0.set.count > 0 }
    let inside = parts.filter { $0.set.bits & ~set.bits == 0 }
    guard inside.reduce(0, { $0 | $1.set.bits }) == set.bits else { return nil }
    let open = parts.dropLast(parts.last?.name == "outside opening hours" ? 1 : 0)
    if inside.count == open.count, inside.map(\.name) == open.map(\.name) { return ["in opening hours"] }
    return shortened(inside.map(\.name))
  }

  /// `at lunch and dinner` rather than `at lunch and at dinner`.
  private func shortened(_ names: [String]) -> [String] {
    names.enumerated().map {
      $0 > 0 && names[$0 - 1].hasPrefix("at ") && $1.hasPrefix("at ") ? String($1.dropFirst(3)) : $1
    }
  }

  /// The same minutes of every hour, all day or at some services.
  private func pattern(_ set: PointSet) -> String? {
    let past = Set(set.indexes.map { minute($0) % 60 }).sorted()
    guard past.count < 4, set.runs.count > 2 else { return nil }
    let minutes = "at " + RegionWords.list(past.map { ":" + padded($0, to: 2) })
    let touched = parts.filter { $0.set.bits & set.bits != 0 }
    let within = touched.reduce(0) { $0 | $1.set.bits }
    for (points, place) in [(axis.everyPoint.bits, ""), (within, placeNames(touched.map(\.name)))] {
      let all = PointSet(bits: points).indexes.filter { past.contains(minute($0) % 60) }
      if all == set.indexes { return minutes + place }
    }
    return nil
  }

  private func placeNames(_ names: [String]) -> String { " " + RegionWords.list(shortened(names)) }

  private func text(_ run: ClosedRange<Int>) -> String {
    let (from, to) = (minute(run.lowerBound), minute(run.upperBound))
    if from == to { return "at \(ClockTime.text(from))" }
    if run.upperBound == axis.points.count - 1 { return "from \(ClockTime.text(from))" }
    if run.lowerBound == 0 { return "up to \(ClockTime.text(to))" }
    return "from \(ClockTime.text(from)) to \(ClockTime.text(to))"
  }
}
