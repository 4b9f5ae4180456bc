/// A finding that the host itself can come to.
package struct StandardIssue: Sendable {
  package var code: String
  /// The field it is about; nil when it is about the booking as a whole.
  package var field: String?
  /// When it is raised.
  package var meaning: String
  /// The numbers that come with it, for messages and severity functions.
  package var numbers: [String] = []

  init(_ code: String, _ field: String?, _ meaning: String, _ numbers: [String] = []) {
    self.code = code
    self.field = field
    self.meaning = meaning
    self.numbers = numbers
  }
}

extension Contract {
  /// Standard issues that are not about one field's answer.
  package static let standardIssues: [StandardIssue] = [
    StandardIssue("party_invalid", "party", "the party is not a whole number of people"),
    StandardIssue("party_min", "party", "fewer than `party.min`", ["limit", "over"]),
    StandardIssue("party_max", "party", "more than `party.max`", ["limit", "over"]),
    StandardIssue("date_invalid", "date", "there is no such date"),
    StandardIssue("time_invalid", "time", "there is no such time, or the clocks skip it that night"),
    StandardIssue(
      "time_ambiguous", "time", "the clocks show it twice that night; the first is taken (a warning)"),
    StandardIssue(
      "past_time", "time", "earlier than now, less `time.past_grace_minutes`", ["limit", "minutes"]),
    StandardIssue(
      "notice_too_short", "time", "sooner than `time.notice_minutes` from now", ["limit", "over", "minutes"]),
    StandardIssue(
      "beyond_horizon", "date", "more than `time.horizon_days` calendar days ahead", ["limit", "over"]),
    StandardIssue(
      "off_slot_grid", "time",
      "between two slots of `time.slot_minutes`, counted from the opening of the service",
      ["limit"]),
    StandardIssue(
      "closed_date", "date", "the restaurant is closed all day; none of the next four is raised then"),
    StandardIssue("closed_period", "time", "within a closure", ["minutes"]),
    StandardIssue("outside_hours", "time", "before the opening, or at the closing or later", ["minutes"]),
    StandardIssue(
      "outside_service", "time", "the day has services, and none contains the start", ["minutes"]),
    StandardIssue(
      "last_seating", "time", "later than `time.last_seating_minutes` before the service closes",
      ["limit", "over", "minutes"]),
    StandardIssue(
      "capacity_exceeded", nil,
      "more covers or parties than the service holds, or more seated than there are seats",
      ["limit", "over"]),
    StandardIssue(
      "pacing_exceeded", "time", "more than `pacing.max_covers` would start within `pacing.minutes`",
      ["limit", "over", "minutes"]),
    StandardIssue(
      "override_reason_invalid", "override_reason", "a reason of fewer than 3 or more than 500 characters"),
    StandardIssue("rule_failed", nil, "a rule made a mistake or met a limit; nothing is booked"),
  ]

  package static let issues = standardIssues.map(\.code)

  /// What a standard issue about a field's answer ends in, and when it is raised.
  package static let standardFieldIssues: [StandardIssue] = [
    StandardIssue("required", nil, "not answered, though it must be"),
    StandardIssue(
      "invalid", nil, "not of the field's type, its choices, its bounds or its format", ["limit"]),
    StandardIssue("too_short", nil, "fewer characters than `min_length`", ["limit", "over"]),
    StandardIssue("too_long", nil, "more characters than `max_length`", ["limit", "over"]),
    StandardIssue("unknown", nil, "an answer to a field that the mode has not, or that is set by staff only"),
  ]

  package static let fieldIssues = standardFieldIssues.map(\.code)

  /// The numbers that can come with an issue.
  package static func numbers(of code: String) -> [String] {
    if let issue = standardIssues.first(where: { $0.code == code }) { return issue.numbers }
    return standardFieldIssues.first { code.hasSuffix("_" + $0.code) }?.numbers ?? []
  }
}
