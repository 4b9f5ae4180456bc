/// A date and a time of day as a clock on the wall shows them, to the minute, without a zone.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  public var date: CivilDate
  /// Minutes after midnight, 0 to 1439.
  public var minute: Int

  public init(date: CivilDate, minute: Int) {
    self.date = date
    self.minute = minute
  }

  /// The wall clock `minute` minutes after `day` began; minute 1530 is half past one the next morning.
  public init(day: CivilDate, minute: Int) {
    let days = (minute >= 0 ? minute : minute - 1439) / 1440
    self.init(date: day.adding(days: days), minute: minute - days * 1440)
  }

  /// Reads `2026-11-22 18:00` (a `T` between them is taken too, and so are seconds, which are dropped).
  public init?(_ text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, let date = CivilDate(parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).prefix(2).joined(
      separator: ":")
    guard let minute = ClockTime.minute(clock) else { return nil }
    self.init(date: date, minute: minute)
  }

  /// Minutes since 1970-01-01 00:00 on the same clock.
  public var totalMinutes: Int { date.dayNumber * 1440 + minute }

  /// `19:30`.
  public var time: String { ClockTime.text(minute) }

  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool { a.totalMinutes < b.totalMinutes }

  public func adding(minutes: Int) -> LocalDateTime { LocalDateTime(day: date, minute: minute + minutes) }
}

extension LocalDateTime: CustomStringConvertible {
  /// `2026-11-22 18:00`.
  public var description: String { "\(date) \(time)" }
}

extension LocalDateTime: ExpressibleByStringLiteral {
  /// For moments written in source code. Traps on text that is none: a literal is the programmer's.
  public init(stringLiteral text: String) {
    guard let moment = LocalDateTime(text) else { preconditionFailure("not a date and time: \(text)") }
    self = moment
  }
}

/// Times of day in text.
public enum ClockTime {
  /// Minutes after midnight of `19:30` (two digits each, 00:00 to 23:59), or nil.
  public static func minute(_ text: some StringProtocol) -> Int? {
    // Byte by byte, and where the bytes lie: this is read in every decision.
    text.utf8.withContiguousStorageIfAvailable { minute(bytes: $0) } ?? minute(bytes: text.utf8)
  }

  private static func minute(bytes: some Sequence<UInt8>) -> Int? {
    var hour = 0
    var minute = 0
    var hourDigits = 0
    var minuteDigits: Int?
    for byte in bytes {
      switch (byte, minuteDigits) {
      case (UInt8(ascii: ":"), nil): minuteDigits = 0
      case (48...57, nil):
        hour = min(hour * 10 + Int(byte - 48), 100)
        hourDigits += 1
      case (48...57, let count?):
        minute = min(minute * 10 + Int(byte - 48), 100)
        minuteDigits = count + 1
      default: return nil
      }
    }
    guard (1...2).contains(hourDigits), minuteDigits == 2, hour < 24, minute < 60 else { return nil }
    return hour * 60 + minute
  }

  /// `19:30` for 1170; minutes past midnight wrap, so 1530 is `01:30`.
  public static func text(_ minute: Int) -> String {
    let wrapped = ((minute % 1440) + 1440) % 1440
    return "\(padded(wrapped / 60, to: 2)):\(padded(wrapped % 60, to: 2))"
  }
}
