/// How long a server asks to be left alone: the value of a Retry-After header (RFC 9110).
enum RetryAfter {
  /// In seconds; nil when it says nothing that can be understood.
  static func seconds(_ value: String, now: Instant) -> Int? {
    let value = Text.trimmed(value)
    if let seconds = digits(value.prefix(9)) { return seconds }
    return date(value).map { max(0, $0.seconds - now.seconds) }
  }

  /// A date in any of the three notations that HTTP has had: `Sun, 06 Nov 1994 08:49:37 GMT`,
  /// `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
  private static func date(_ text: String) -> Instant? {
    let words = text.split { " ,-".contains($0) }
    guard let month = words.lazy.compactMap({ months.firstIndex(of: String($0)) }).first,
      let time = words.first(where: { $0.contains(":") }).map(String.init)
    else { return nil }
    let numbers = words.compactMap { digits($0) }
    guard numbers.count == 2, let second = digits(time.suffix(2)),
      let minute = ClockTime.minute(String(time.prefix(5))), time.utf8.count == 8, (0...60).contains(second)
    else { return nil }
    // Two digits of a year are of this century: nobody asks to be left alone since 1994.
    let year = numbers[1] < 100 ? 2000 + numbers[1] : numbers[1]
    guard
      let date = CivilDate("\(padded(year, to: 4))-\(padded(month + 1, to: 2))-\(padded(numbers[0], to: 2))")
    else { return nil }
    return Instant(seconds: LocalDateTime(date: date, minute: minute).totalMinutes * 60 + second)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
