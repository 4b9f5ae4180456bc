/// Names blocks of cases as people would: only what bounds them is said.
struct RegionWords {
  let sweep: Sweep

  /// `parties of 9 to 12 at dinner, without email`; nothing when nothing bounds the region.
  func text(_ region: Region) -> String {
    let phrases = phrases(region)
    guard let first = phrases.first else { return "" }
    // Party, time and day read on; the rest is set off.
    let tight = phrases.prefix { $0.isTight }
    let loose = phrases.dropFirst(tight.count)
    let start = tight.isEmpty ? first.text : tight.map(\.text).joined(separator: " ")
    return ([start] + (tight.isEmpty ? loose.dropFirst() : loose).map(\.text)).joined(separator: ", ")
  }

  struct Phrase: Hashable {
    var subject: SweepSubject
    var text: String
    var isTight: Bool
  }

  /// What is said of each axis that bounds the region.
  func phrases(_ region: Region) -> [Phrase] {
    zip(sweep.plan.axes, region.sets).compactMap { axis, set in
      guard set != axis.everyPoint else { return nil }
      let isTight = [.party, .time, .day].contains(axis.subject)
      return Phrase(subject: axis.subject, text: text(axis, set), isTight: isTight)
    }
  }

  private func text(_ axis: SweepAxis, _ set: PointSet) -> String {
    switch axis.subject {
    case .party: return PartyWords.text(axis, set)
    case .time: return TimeWords(axis: axis, world: sweep.world).text(set)
    case .notice: return NoticeWords.text(axis, set)
    case .asking: return AskingWords.text(axis, set)
    case .load: return LoadWords.text(axis, set)
    default:
      // Fewer words for what is left out, where that is less.
      let others = PointSet(bits: axis.everyPoint.bits & ~set.bits)
      let words = PointWords(axis: axis)
      if others.count * 2 < set.count { return words.exception(others) }
      return words.text(set)
    }
  }

  /// What an axis is called.
  static func name(_ subject: SweepSubject) -> String {
    switch subject {
    case .party: "party"
    case .time: "time"
    case .grid: "times between slots"
    case .day: "day"
    case .notice: "notice"
    case .asking: "when it is asked"
    case .caller: "role"
    case .load: "load"
    case .pacing: "pacing"
    case .standing: "whether the guest is known"
    case .visits: "visits"
    case .noShows: "no-shows"
    case .points: "points"
    case .upcoming: "upcoming bookings"
    case .tags: "tags"
    case .restaurant: "restaurant"
    case .field(let name): name
    }
  }

  /// `a, b and c`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }
}

extension PointSet {
  /// Stretches of points that follow one another.
  var runs: [ClosedRange<Int>] {
    indexes.reduce(into: []) { runs, index in
      if let last = runs.last, last.upperBound == index - 1 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
  }
}

enum PartyWords {
  static func text(_ axis: SweepAxis, _ set: PointSet) -> String {
    guard let run = set.runs.first else { return "no party" }
    let (low, high) = (size(axis, run.lowerBound), size(axis, run.upperBound))
    if run.upperBound == axis.points.count - 1 { return "parties of \(low) or more" }
    if low == high { return "parties of \(low)" }
    return run.lowerBound == 0 ? "parties of up to \(high)" : "parties of \(low) to \(high)"
  }

  static func size(_ axis: SweepAxis, _ index: Int) -> Int {
    if case .party(let size) = axis.points[index] { size } else { 0 }
  }
}

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

  /// The same minutes of every hour.
  private func pattern(_ set: PointSet) -> String? {
    let past = Set(set.indexes.map { minute($0) % 60 }).sorted()
    guard past.count < 4, set.count > past.count, set.runs.count > 4 else { return nil }
    let all = axis.points.indices.filter { past.contains(minute($0) % 60) }
    guard Set(all) == Set(set.indexes) else { return nil }
    return "at " + RegionWords.list(past.map { ":" + padded($0, to: 2) })
  }

  private func text(_ run: ClosedRange<Int>) -> String {
    let (from, to) = (minute(run.lowerBound), minute(run.upperBound))
    if from == to { return "at \(ClockTime.text(from))" }
    if run.upperBound == axis.points.count - 1 { return "from \(ClockTime.text(from))" }
    if run.lowerBound == 0 { return "up to \(ClockTime.text(to))" }
    return "from \(ClockTime.text(from)) to \(ClockTime.text(to))"
  }
}

enum NoticeWords {
  static func text(_ axis: SweepAxis, _ set: PointSet) -> String {
    let door = PointSet(bits: axis.everyPoint.bits & ~set.bits)
    if door.indexes.map({ axis.points[$0] }) == [.atTheDoor] { return "unless at the door" }
    return RegionWords.list(set.runs.map { text(axis, $0) }, "or")
  }

  private static func text(_ axis: SweepAxis, _ run: ClosedRange<Int>) -> String {
    guard let from = minutes(axis, run.lowerBound) else {
      if run.count == 1 { return "at the door" }
      return "at the door or " + text(axis, run.lowerBound + 1...run.upperBound)
    }
    let to = minutes(axis, run.upperBound) ?? from
    let isFirst = run.lowerBound == 0 || minutes(axis, run.lowerBound - 1) == nil
    let isLast = run.upperBound == axis.points.count - 1
    if to < 0 {
      let least = "\(duration(-to)) past"
      return isFirst ? least + " or more" : from == to ? least : "\(duration(-to)) to \(duration(-from)) past"
    }
    let most = "booked at most \(duration(to)) ahead"
    if from < 0 {
      if isLast { return isFirst ? "at any notice" : "at most \(duration(-from)) past" }
      return isFirst ? most + ", or past" : "from \(duration(-from)) past to \(duration(to)) ahead"
    }
    if isLast { return "booked \(duration(from)) ahead or more" }
    if from == to { return "booked \(duration(from)) ahead" }
    return from == 0 ? most : "booked \(duration(from)) to \(duration(to)) ahead"
  }

  static func minutes(_ axis: SweepAxis, _ index: Int) -> Int? {
    if case .notice(let minutes) = axis.points[index] { minutes } else { nil }
  }

  static func duration(_ minutes: Int) -> String {
    if minutes >= 2880 {
      let days = "\(minutes / 1440) days"
      return minutes % 1440 == 0 ? days : days + " " + duration(minutes % 1440)
    }
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }
}

enum AskingWords {
  static func text(_ axis: SweepAxis, _ set: PointSet) -> String {
    let base = set.contains(axis.base) ? ["the day before at the same time"] : []
    let others = PointSet(bits: set.bits & ~PointSet(axis.base).bits)
    return "asked " + RegionWords.list(base + others.runs.flatMap { texts(axis, $0) }, "or")
  }

  /// The stretches of a run, day by day.
  private static func texts(_ axis: SweepAxis, _ run: ClosedRange<Int>) -> [String] {
    let moments = run.compactMap { index -> (days: Int, minute: Int)? in
      if case .asked(let days, let minute) = axis.points[index] { (days, minute) } else { nil }
    }
    let days = Set(moments.map(\.days)).sorted()
    return days.map { day in
      let minutes = moments.filter { $0.days == day }.map(\.minute)
      let (from, to) = (ClockTime.text(minutes.first!), ClockTime.text(minutes.last!))
      let name = day == 0 ? "the same day" : day == 1 ? "the day before" : "\(day) days before"
      return minutes.count == 1 ? "\(name) at \(from)" : "\(name) from \(from) to \(to)"
    }
  }
}

enum LoadWords {
  static func text(_ axis: SweepAxis, _ set: PointSet) -> String {
    let over = axis.points.indices.filter { excess(axis.points[$0]) ?? 0 > 0 }
    let chosen = set.indexes
    let rest = axis.points.indices.filter { !over.contains($0) }
    if chosen == rest { return "where there is room" }
    if chosen == over { return "over capacity" }
    let roomy = Set(rest).isSubset(of: chosen) ? ["where there is room"] : []
    let others = PointSet(
      bits: roomy.isEmpty ? set.bits : set.bits & ~rest.reduce(0) { $0 | PointSet($1).bits })
    return RegionWords.list(roomy + others.runs.flatMap { texts(axis, $0) }, "or")
  }

  /// By how many covers the capacity is exceeded; negative when seats are left.
  static func excess(_ point: SweepPoint) -> Int? {
    if case .filled(let covers) = point { covers - SweepWorld.seats } else { nil }
  }

  private static func texts(_ axis: SweepAxis, _ run: ClosedRange<Int>) -> [String] {
    let points = run.map { axis.points[$0] }
    let overs = points.compactMap(excess).filter { $0 > 0 }
    let booked = points.compactMap { if case .booked(let covers) = $0 { covers } else { nil } }
    var texts = points.contains(.empty) ? ["where nobody else is coming"] : []
    if let low = booked.first, let high = booked.last {
      texts.append("with \(low == high ? "\(low)" : "\(low) to \(high)") covers booked")
    }
    let left = points.compactMap(excess).filter { $0 <= 0 }
    if let low = left.first, let high = left.last {
      let seats = low == high ? "\(-low)" : "\(-high) to \(-low)"
      texts.append(left == [0] ? "taking the last seat" : "leaving \(seats) of \(SweepWorld.seats) seats")
    }
    if let low = overs.first, let high = overs.last {
      let isOpen = axis.points.compactMap(excess).max() == high
      let count = isOpen && low != high ? "\(low) or more" : low == high ? "\(low)" : "\(low) to \(high)"
      texts.append("\(count) over capacity")
    }
    if points.contains(.unlimited) { texts.append("where nothing says how much fits") }
    return texts
  }
}
