import BookingHost

/// Dates, times and states as people read them.
enum Words {
  /// `Fri 17 Jul 2026`.
  static func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return "\(weekday(date)) \(day) \(months[month - 1]) \(year)"
  }

  /// `today, Fri 17 Jul`; the year only when it is another.
  static func date(_ date: CivilDate, today: CivilDate) -> String {
    let year = date.parts.year
    let short = shortDate(date) + (year == today.parts.year ? "" : " \(year)")
    switch date.dayNumber - today.dayNumber {
    case 0: return "today, \(short)"
    case 1: return "tomorrow, \(short)"
    default: return short
    }
  }

  /// `Fri 17 Jul`.
  static func shortDate(_ date: CivilDate) -> String {
    let (_, month, day) = date.parts
    return "\(weekday(date)) \(day) \(months[month - 1])"
  }

  static func weekday(_ date: CivilDate) -> String {
    let name = date.weekday.rawValue.prefix(3)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  static func status(_ status: BookingStatus) -> String { status.rawValue.replacing("_", with: " ") }

  static func answer(_ answer: Answer) -> String {
    switch answer {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .boolean(let truth): truth ? "yes" : "no"
    }
  }

  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `a manager`, `an owner`.
  static func article(_ role: Role) -> String {
    role == .owner ? "an owner" : "a \(role.rawValue)"
  }

  /// `1,000,000`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      digits.dropFirst(max(0, end - 3)).prefix(min(3, end))
    }
    return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
  }

  /// `45 s`, `3 min 20 s`.
  static func duration(seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
  }

  /// `a, b and c`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }

  /// What staff are told where no address was given.
  static let noConfirmation = "No email given, so no confirmation will be sent."

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
