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

  /// The numbers behind a finding: `13 people, at most 12`. Nil where there are none.
  static func numbers(of issue: Issue) -> String? {
    let numbers = issue.numbers
    switch (issue.code, numbers.limit, numbers.over, numbers.minutes) {
    case ("party_max", let limit?, let over?, _): return "\(limit + over) people, at most \(limit)"
    case ("party_min", let limit?, let over?, _): return "\(limit - over) people, at least \(limit)"
    case ("notice_too_short", let limit?, _, let minutes?):
      return "\(minutes) minutes ahead, at least \(limit)"
    case ("past_time", let limit?, _, let minutes?): return "\(minutes) minutes ago, at most \(limit)"
    case ("beyond_horizon", let limit?, let over?, _): return "\(limit + over) days ahead, at most \(limit)"
    case ("last_seating", let limit?, _, let minutes?):
      return "\(ClockTime.text(minutes)), at the latest \(ClockTime.text(limit))"
    case ("off_slot_grid", let limit?, _, _): return "every \(limit) minutes"
    case (let code, let limit?, let over?, _) where code.hasSuffix("_too_short"):
      return "\(limit - over) characters, at least \(limit)"
    case (let code, let limit?, let over?, _) where code.hasSuffix("_too_long"):
      return "\(limit + over) characters, at most \(limit)"
    case (_, let limit?, let over?, _): return "\(limit + over), at most \(limit)"
    case (_, let limit?, nil, _): return "limit \(limit)"
    case (_, nil, _, let minutes?): return "at \(ClockTime.text(minutes))"
    default: return nil
    }
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
