/// What people are told when a mode has no words of its own for a standard issue.
enum Messages {
  static func standard(_ code: String, _ field: String?, label: String?, _ numbers: Issue.Numbers) -> String {
    if let sentence = ofThePlan(code, numbers) { return sentence }
    return ofField(code, label ?? field ?? "This", numbers)
  }

  private static func ofThePlan(_ code: String, _ numbers: Issue.Numbers) -> String? {
    let limit = numbers.limit ?? 0
    switch code {
    case "party_min":
      return "The smallest party is \(limit)"
    case "party_max":
      return "The largest party is \(limit)"
    case "time_invalid":
      return "The clocks skip this time that night"
    case "time_ambiguous":
      return "The clocks show this time twice that night; the first is taken"
    case "past_time":
      return "That time has passed"
    case "notice_too_short":
      return "Bookings are taken at least \(duration(limit)) ahead"
    case "beyond_horizon":
      return "Bookings are taken at most \(count(limit, "day")) ahead"
    case "off_slot_grid":
      return "Bookings start every \(count(limit, "minute"))"
    case "closed_date":
      return "The restaurant is closed that day"
    case "closed_period":
      return "The restaurant is closed at that time"
    case "outside_hours":
      return "The restaurant is not open at that time"
    case "outside_service":
      return "There is no service at that time"
    case "last_seating":
      return "The last seating is at \(ClockTime.text(limit))"
    case "capacity_exceeded":
      return "There is no room for that many at that time"
    case "pacing_exceeded":
      return "Too many start at that time; a quarter of an hour earlier or later may do"
    case "override_reason_invalid":
      return "Give a reason of 3 to 500 characters for the override"
    default:
      return nil
    }
  }

  private static func ofField(_ code: String, _ label: String, _ numbers: Issue.Numbers) -> String {
    switch true {
    case code == "terms_required": "Please accept the terms"
    case code == "email_invalid": "This does not look like an email address"
    case code == "phone_invalid": "This does not look like a phone number"
    case code.hasSuffix("_required"): "\(label) is required"
    case code.hasSuffix("_too_short"): "\(label) must have at least \(count(numbers.limit ?? 0, "character"))"
    case code.hasSuffix("_too_long"): "\(label) may have at most \(count(numbers.limit ?? 0, "character"))"
    case code.hasSuffix("_unknown"): "There is no field called \(label) here"
    default: "\(label) is not valid"
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func duration(_ minutes: Int) -> String {
    minutes >= 60 && minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute")
  }
}
