/// A date in the proleptic Gregorian calendar, without a time or a zone.
///
/// Kept as the number of days since 1970-01-01, so that comparing, counting and stepping are integer work.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int

  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The date with these parts, or nil when there is none (30 February). Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
  }

  /// Reads `2026-11-22` (ISO 8601, extended calendar date) and nothing else.
  public init?(_ text: some StringProtocol) {
    // Byte by byte, and where the bytes lie: this is read in every decision.
    guard let date = text.utf8.withContiguousStorageIfAvailable({ CivilDate(bytes: $0) }) else {
      self.init(bytes: text.utf8)
      return
    }
    guard let date else { return nil }
    self = date
  }

  private init?(bytes: some Sequence<UInt8>) {
    var parts = (0, 0, 0)
    var position = 0
    for byte in bytes {
      switch (position, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      case (0..<4, 48...57): parts.0 = parts.0 * 10 + Int(byte - 48)
      case (5..<7, 48...57): parts.1 = parts.1 * 10 + Int(byte - 48)
      case (8..<10, 48...57): parts.2 = parts.2 * 10 + Int(byte - 48)
      default: return nil
      }
      position += 1
    }
    guard position == 10 else { return nil }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }

  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day counted from Monday.
    let index = (dayNumber + 3) % 7
    return Weekday.inOrder[index < 0 ? index + 7 : index]
  }

  /// Year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    // Counted in 400-year eras that start on 1 March, so that the leap day is the last day of its year.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: CustomStringConvertible {
  /// `2026-11-22`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

extension CivilDate: ExpressibleByStringLiteral {
  /// For dates written in source code. Traps on text that is no date: a literal is the programmer's.
  public init(stringLiteral text: String) {
    guard let date = CivilDate(text) else { preconditionFailure("not a date: \(text)") }
    self = date
  }
}

/// A day of the week, Monday first (ISO 8601).
public enum Weekday: String, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var number: Int { Weekday.inOrder.firstIndex(of: self)! + 1 }

  /// All seven, made once.
  fileprivate static let inOrder = Array(allCases)
}

/// The number written in ASCII digits only: no sign, no space, no other script.
package func digits(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}

package func padded(_ number: Int, to width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
