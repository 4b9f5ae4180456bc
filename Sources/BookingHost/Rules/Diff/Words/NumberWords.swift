// Points of the axes that are numbers in a row, in words: one kind of number each.

/// Party sizes.
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

/// How long ahead.
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

/// What the clock shows when it is asked.
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

/// How full it is, this party included.
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
