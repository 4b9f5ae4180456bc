/// Opening hours as people write them, and are shown them.
package enum HoursText {
  /// Reads `12:00-23:00`, `18:00-02:00` (till two at night), `0:00-24:00` and `closed`. Nil for anything else. What
  /// closes no later than it opens closes after midnight.
  package static func read(_ text: String) -> DayHours? {
    let text = Text.trimmed(text).lowercased().replacing("–", with: "-")
    if text == "closed" { return .closed() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let opens = minute(parts[0]), opens < 1440, let end = minute(parts[1]) else {
      return nil
    }
    return DayHours(opens: opens, closes: end > opens ? end : end + 1440)
  }

  /// `12:00-23:00`, `18:00-02:00` or `closed`.
  package static func text(_ hours: DayHours) -> String {
    hours.closed ? "closed" : span(hours.opens, hours.closes)
  }

  /// `17:30-23:00`. A whole number of days ends at 24:00; what is past a second midnight counts on: `12:00-30:00`.
  package static func span(_ opens: Int, _ closes: Int) -> String {
    let isPlain = closes < opens + 1440 && closes != 1440
    return "\(ClockTime.text(opens))-\(isPlain ? ClockTime.text(closes) : counted(closes))"
  }

  /// 00:00 to 48:00.
  private static func minute(_ text: Substring) -> Int? {
    let text = Text.trimmed(String(text))
    if let minute = HumanTime.minute(text) { return minute }
    let parts = text.split(separator: ":")
    guard parts.count == 2, let hour = digits(parts[0]), let minute = digits(parts[1]), minute < 60,
      (24...48).contains(hour), hour * 60 + minute <= 2880
    else { return nil }
    return hour * 60 + minute
  }

  private static func counted(_ minute: Int) -> String {
    "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
  }
}

/// Weekdays as people write them, and are shown them.
package enum WeekdayText {
  /// Reads `fri`, `mon-thu`, `fri,sat`, `sat-mon`, `daily`. Nil for anything else.
  package static func read(_ text: String) -> Set<Weekday>? {
    var days: Set<Weekday> = []
    for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
      guard let more = range(Text.trimmed(String(part))) else { return nil }
      days.formUnion(more)
    }
    return days
  }

  /// A weekday by its name or the first letters of it, three at least.
  package static func day(_ text: String) -> Weekday? {
    guard text.count >= 3 else { return nil }
    return Weekday.allCases.first { $0.rawValue.hasPrefix(text.lowercased()) }
  }

  /// `mon-thu, sat`; `daily`.
  package static func text(_ days: Set<Weekday>) -> String {
    if days.count == Weekday.allCases.count { return "daily" }
    var runs: [[Weekday]] = []
    for day in Weekday.allCases where days.contains(day) {
      if let last = runs.last?.last, last.number + 1 == day.number {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    return runs.map { run in
      run.count < 3
        ? run.map(short).joined(separator: ",") : "\(short(run[0]))-\(short(run[run.count - 1]))"
    }.joined(separator: ",")
  }

  /// `fri`.
  package static func short(_ day: Weekday) -> String { String(day.rawValue.prefix(3)) }

  private static func range(_ text: String) -> Set<Weekday>? {
    if text == "daily" { return Set(Weekday.allCases) }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { day(String($0)) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
      return nil
    }
    let all = Weekday.allCases
    let count = (last.number - first.number + 7) % 7
    return Set((0...count).map { all[(first.number - 1 + $0) % 7] })
  }
}
