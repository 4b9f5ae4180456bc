/// Dates as people say them.
package enum HumanDate {
  /// Reads `2026-11-22`, `today`, `tomorrow`, or a weekday (`fri`, `Friday`): the next such day, today
  /// included. Nil for anything else.
  package static func read(_ text: String, today: CivilDate) -> CivilDate? {
    let word = Text.trimmed(text).lowercased()
    switch word {
    case "today", "tonight": return today
    case "tomorrow": return today.adding(days: 1)
    default: return CivilDate(word) ?? weekday(word).map { next($0, from: today) }
    }
  }

  /// A weekday by its name or the first letters of it, three at least: `fri`, `tues`.
  private static func weekday(_ word: String) -> Weekday? {
    guard word.count >= 3 else { return nil }
    return Weekday.allCases.first { $0.rawValue.hasPrefix(word) }
  }

  private static func next(_ weekday: Weekday, from today: CivilDate) -> CivilDate {
    today.adding(days: (weekday.number - today.weekday.number + 7) % 7)
  }
}

/// Times of day as people say them.
package enum HumanTime {
  /// Whether the guests are at the door.
  package static func isNow(_ text: String) -> Bool { Text.trimmed(text).lowercased() == "now" }

  /// Minutes after midnight of `19:30`, `1930`, `19`, `7:30pm`, `730 pm` or `7pm`. Nil for anything else: a
  /// bare `7` or `730` could be either half of the day.
  package static func minute(_ text: String) -> Int? {
    let word = Text.trimmed(text).lowercased().replacing(".", with: ":")
    if word == "noon" { return 720 }
    for (suffix, shift) in [("am", 0), ("pm", 720)] where word.hasSuffix(suffix) {
      return twelveHour(Text.trimmed(String(word.dropLast(2)))).map { $0 + shift }
    }
    if let minute = ClockTime.minute(word) { return minute }
    let isClear = word.utf8.count == 4 || (13...23).contains(digits(word) ?? 0)
    return isClear ? apart(word).flatMap { ClockTime.minute($0) } : nil
  }

  /// The two times that a bare `7` or `730` could be; none for text that says which, or is no time.
  package static func eitherHalf(_ text: String) -> [Int] {
    guard minute(text) == nil else { return [] }
    return twelveHour(Text.trimmed(text)).map { [$0, $0 + 720] } ?? []
  }

  /// Minutes since midnight or noon: `12:15` is 15.
  private static func twelveHour(_ word: String) -> Int? {
    let clock = word.contains(":") ? word : apart(word)
    guard let minute = clock.flatMap({ ClockTime.minute($0) }) else { return nil }
    return (60..<780).contains(minute) ? minute % 720 : nil
  }

  /// `730` as `7:30`, `7` as `7:00`.
  private static func apart(_ word: String) -> String? {
    guard digits(word) != nil, word.utf8.count <= 4 else { return nil }
    return word.utf8.count <= 2 ? word + ":00" : "\(word.dropLast(2)):\(word.suffix(2))"
  }
}
