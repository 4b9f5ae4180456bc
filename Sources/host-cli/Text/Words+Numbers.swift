import BookingHost

extension Words {
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
}
