/// The axes of a sweep: what two modes may answer differently to, cut along the boundaries that both have.
struct SweepAxes {
  let boundaries: RuleBoundaries
  let before: Policy
  let after: Policy
  let world: SweepWorld

  init(_ before: Policy, _ after: Policy, _ boundaries: RuleBoundaries) {
    self.before = before
    self.after = after
    self.boundaries = boundaries
    world = SweepWorld(others: boundaries.services.filter { $0 != "none" }.sorted())
  }

  /// Party and time first; then the axes that the host itself looks at, then those that only rules do.
  var all: [SweepAxis] {
    let host = [party, time, day, grid, notice, asking, load, caller, pacing].compactMap { $0 }
    let guest = [standing, count(.visits), count(.noShows), count(.points), count(.upcoming), tags]
    return host + (guest + [restaurant]).compactMap { $0 } + fields
  }

  private var isStaff: Bool { before.access == .staff || after.access == .staff }

  private func numbers(_ subject: SweepSubject) -> [Int] { (boundaries.numbers[subject] ?? []).sorted() }

  /// One less, the number itself, and one more.
  private func around(_ numbers: [Int]) -> [Int] { numbers.flatMap { [$0 - 1, $0, $0 + 1] } }

  // MARK: The plan

  private var party: SweepAxis {
    let limits = numbers(.party).filter { (1...1_000_000).contains($0) }
    // Every size that is usual, up to just above the largest that something is said about.
    let dense = (limits.filter { $0 <= 30 }.max() ?? 8) + 2
    let sizes = Array(1...max(10, dense)) + around(limits)
    return SweepAxis(
      .party, ordered(sizes.filter { $0 >= 1 }, near: limits).map { .party($0) }, base: .party(2))
  }

  /// As many numbers as an axis takes, ascending; when there are too many, those nearest to a boundary.
  private func ordered(_ numbers: [Int], near limits: [Int]) -> [Int] {
    let all = Set(numbers).sorted()
    guard all.count > SweepAxis.mostPoints else { return all }
    let kept = all.sorted { a, b in
      func distance(_ number: Int) -> Int { limits.map { abs($0 - number) }.min() ?? number }
      return (distance(a), a) < (distance(b), b)
    }
    return kept.prefix(SweepAxis.mostPoints).sorted()
  }

  private var time: SweepAxis {
    let hours = world.hours
    let edges = [hours.opens, hours.closes] + world.services.flatMap { [$0.opens, $0.closes] }
    let seatings = boundaries.lastSeatings.flatMap { minutes in
      ([hours.closes] + world.services.map(\.closes)).map { $0 - minutes }
    }
    let said = numbers(.time).filter { (0...1530).contains($0) }
    // Half hours, and what lies on either side of a boundary on the grid.
    var minutes = Array(stride(from: hours.opens - 60, through: hours.closes + 30, by: 30))
    minutes += (edges + seatings + said).flatMap { [slot($0 - 1), slot($0), slot($0) + 15] }
    minutes += finerSlots
    let within = minutes.filter { (0...hours.closes + 60).contains($0) }
    return SweepAxis(
      .time, ordered(within, near: edges + seatings + said).map { .time($0) }, base: .time(1140))
  }

  /// The quarter hour that a minute is in.
  private func slot(_ minute: Int) -> Int { minute >= 0 ? minute / 15 * 15 : 0 }

  /// The slots of every service on every grid, where there is more than one.
  private var finerSlots: [Int] {
    guard boundaries.slots.count > 1 else { return [] }
    return world.services.flatMap { service in
      boundaries.slots.sorted().flatMap { slot in
        Array(stride(from: service.opens, to: service.closes, by: max(5, slot)))
      }
    }
  }

  private var grid: SweepAxis { SweepAxis(.grid, [.onGrid, .offGrid], base: .onGrid) }

  private var day: SweepAxis {
    let base = SweepDay.weekday(SweepWorld.date.weekday)
    let weekdays = boundaries.read.contains(.day) ? Weekday.allCases.map { SweepDay.weekday($0) } : [base]
    let texts = (boundaries.texts[.day] ?? []).sorted()
    let dates = SpecialDates(texts: texts, numbers: numbers(.day)).dates.prefix(40).map { SweepDay.date($0) }
    let others = Weekday.allCases.map(\.rawValue)
    let labels = texts.filter { text in
      !others.contains(text) && text.contains { $0.isLetter } && text.count <= 60
    }.prefix(4).map { SweepDay.labelled($0) }
    let days = weekdays + dates + labels + [.closed, .closure, .clockChange]
    return SweepAxis(.day, days.map { .day($0) }, base: .day(base))
  }

  private var notice: SweepAxis {
    let limits = numbers(.notice).filter { (-20_000...20_000_000).contains($0) }
    // A horizon counts days, so that a minute more is not yet beyond it.
    let days = boundaries.horizons.filter { (0...10_000).contains($0) }
      .flatMap { [$0 * 1440, ($0 + 1) * 1440] }
    let others = [0, 60, 1440, 10_080] + (boundaries.read.contains(.notice) ? [180, 360, 720] : [])
    let points = ordered(around(limits) + days + others, near: limits + days)
      .prefix(SweepAxis.mostPoints - 1).map { SweepPoint.notice($0) }
    return SweepAxis(
      .notice, (isStaff ? [.atTheDoor] : []) + points, base: .notice(usualNotice(limits)))
  }

  /// So long ahead that nobody is in a hurry, and not so long that it is too far.
  private func usualNotice(_ limits: [Int]) -> Int {
    let horizon = (boundaries.horizons.min() ?? 365) * 1440
    return [1440, 2880, 10_080].first { days in
      days <= horizon && limits.allSatisfy { $0 <= days || $0 > horizon }
    } ?? 1440
  }

  /// The clock when it is asked, on the day itself and the day before, on either side of what rules say of it.
  private var asking: SweepAxis? {
    guard boundaries.read.contains(.asking) else { return nil }
    let limits = numbers(.asking).filter { (0...1440).contains($0) }
    let minutes = ordered(around(limits) + [600, 960, 1260], near: limits).filter { (0..<1440).contains($0) }
    let moments = [0, 1].flatMap { days in
      minutes.prefix(24).map { SweepPoint.asked(days: days, minute: $0) }
    }
    return SweepAxis(.asking, [.askedByNotice] + moments, base: .askedByNotice)
  }

  private var caller: SweepAxis? {
    guard isStaff else { return nil }
    let readsRole = boundaries.read.contains(.caller)
    guard readsRole || boundaries.overrides else { return nil }
    let roles = Role.ofStaff.map { SweepPoint.caller($0, givesReason: true) }
    let plain = (readsRole ? Role.ofStaff : [.host]).map { SweepPoint.caller($0, givesReason: false) }
    return SweepAxis(.caller, plain + roles, base: .caller(.host, givesReason: false))
  }

  // MARK: How full it is

  private var load: SweepAxis {
    let seats = SweepWorld.seats
    let shares = boundaries.shares.map { Int((Double(seats) * $0).rounded(.down)) }
    let said = numbers(.load).filter { (0...200).contains($0) } + shares
    let booked = boundaries.read.contains(.load) ? around(said).filter { $0 > 0 } : []
    // Where rules count covers themselves, those are what matters.
    let usual = boundaries.read.contains(.load) ? [0, 1] : [-1, 0, 1, 2, 3, 6, 15]
    let overs = usual + around(boundaries.overs.filter { (0...200).contains($0) })
    let filled = Set(overs).filter { $0 >= -1 }.sorted().prefix(24).map { SweepPoint.filled(seats + $0) }
    return SweepAxis(
      .load, [.empty] + Set(booked).sorted().prefix(24).map { .booked($0) } + filled + [.unlimited],
      base: .empty)
  }

  private var pacing: SweepAxis? {
    guard before.tables.pacing != nil || after.tables.pacing != nil || boundaries.read.contains(.pacing)
    else { return nil }
    let limits = numbers(.pacing).filter { (1...1000).contains($0) }
    let totals = ordered(around(limits) + limits.map { $0 + 6 }, near: limits).filter { $0 >= 1 }
    return SweepAxis(.pacing, [.empty] + totals.prefix(40).map { .starting($0) }, base: .empty)
  }

  // MARK: Who

  private var standing: SweepAxis? {
    guard boundaries.read.contains(.standing) else { return nil }
    return SweepAxis(
      .standing, [.stranger, .known(isVerified: false), .known(isVerified: true)], base: .stranger)
  }

  private func count(_ subject: SweepSubject) -> SweepAxis? {
    guard boundaries.read.contains(subject) else { return nil }
    let counts = ordered([0, 1] + around(numbers(subject)), near: numbers(subject)).filter { $0 >= 0 }
    return SweepAxis(subject, counts.prefix(16).map { .count($0) }, base: .count(0))
  }

  private var tags: SweepAxis? {
    guard boundaries.read.contains(.tags) else { return nil }
    let tags = (boundaries.texts[.tags] ?? []).sorted().prefix(12)
    return SweepAxis(.tags, [.tag(nil)] + tags.map { .tag($0) } + [.tag("another")], base: .tag(nil))
  }

  private var restaurant: SweepAxis? {
    let named = (boundaries.texts[.restaurant] ?? []).filter { $0 != SweepWorld.restaurant }.sorted().prefix(
      12)
    guard boundaries.read.contains(.restaurant), !named.isEmpty else { return nil }
    return SweepAxis(
      .restaurant, [.restaurant(SweepWorld.restaurant)] + named.map { .restaurant($0) },
      base: .restaurant(SweepWorld.restaurant))
  }

  // MARK: What is answered

  private var fields: [SweepAxis] {
    let names = before.fields.map(\.name) + after.fields.map(\.name)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.map { name in
      let policies = [before, after].compactMap { policy in policy.fields.first { $0.name == name } }
      return FieldAxis(name: name, policies: policies, boundaries: boundaries).axis
    }
  }
}
