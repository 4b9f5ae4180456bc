import BookingHost

/// What people write about hours, days, moments and maxima.
enum HouseInput {
  static func hours(_ text: String) throws -> DayHours {
    if let hours = HoursText.read(text) { return hours }
    throw HouseRefusal(
      "hours_invalid", field: "hours", "Hours look like 12:00-23:00, 18:00-02:00 or closed.")
  }

  static func days(_ text: String) throws -> Set<Weekday> {
    if let days = WeekdayText.read(text) { return days }
    throw HouseRefusal("days_invalid", field: "days", "Days look like fri, mon-thu, fri,sat or daily.")
  }

  /// `40` or `unlimited`; what is left out stays as it is.
  static func limit(_ text: String?, field: String) throws -> LimitEdit {
    guard let text else { return .keep }
    if text == "unlimited" { return .unlimited }
    if let number = digits(text) { return .most(number) }
    throw HouseRefusal("limit_invalid", field: field, "This must be a number, or unlimited.")
  }

  static func capacity(covers: String?, parties: String?) throws -> CapacityEdit {
    CapacityEdit(
      covers: try limit(covers, field: "covers"), parties: try limit(parties, field: "parties"))
  }

  /// The minutes of `60m`, `2h` or `90`; nil for anything else.
  static func minutes(_ text: String) -> Int? {
    let units: [Character: Int] = ["m": 1, "h": 60, "d": 1440]
    let unit = text.last.flatMap { units[$0] }
    guard text.count <= 6, let number = digits(unit == nil ? text[...] : text.dropLast()), number > 0
    else { return nil }
    return number * (unit ?? 1)
  }
}
