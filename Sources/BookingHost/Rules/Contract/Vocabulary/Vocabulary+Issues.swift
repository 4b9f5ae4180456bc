// What the host finds by itself, before a mode says how hard it bites.
extension Vocabulary {
  /// An issue that the host can raise.
  package struct StandardIssue: Sendable {
    package var code: String
    /// When it comes up, in words that complete "when …".
    package var meaning: String
    /// The numbers it carries, of those that an `issue` can have.
    package var numbers: [String] = []
  }

  /// Standard issues that are not about one field's answer.
  package static let issues: [StandardIssue] = [
    StandardIssue(code: "party_invalid", meaning: "the party is not a whole number"),
    StandardIssue(code: "party_min", meaning: "the party is too small", numbers: ["limit", "over"]),
    StandardIssue(code: "party_max", meaning: "the party is too large", numbers: ["limit", "over"]),
    StandardIssue(code: "date_invalid", meaning: "there is no such date"),
    StandardIssue(code: "time_invalid", meaning: "there is no such time, or the clocks skip it that night"),
    StandardIssue(
      code: "time_ambiguous", meaning: "the clocks show the time twice that night; the first is taken"),
    StandardIssue(
      code: "past_time", meaning: "the start is earlier than now, less the grace",
      numbers: ["limit", "minutes"]),
    StandardIssue(
      code: "notice_too_short", meaning: "the start is too soon", numbers: ["limit", "over", "minutes"]),
    StandardIssue(code: "beyond_horizon", meaning: "the date is too far ahead", numbers: ["limit", "over"]),
    StandardIssue(code: "off_slot_grid", meaning: "the start is between two slots", numbers: ["limit"]),
    StandardIssue(code: "closed_date", meaning: "the restaurant is closed all day"),
    StandardIssue(code: "closed_period", meaning: "the start is in a closure", numbers: ["minutes"]),
    StandardIssue(
      code: "outside_hours", meaning: "the restaurant is not open at the start", numbers: ["minutes"]),
    StandardIssue(
      code: "outside_service", meaning: "the day has services, and none contains the start",
      numbers: ["minutes"]),
    StandardIssue(
      code: "last_seating", meaning: "the start is after the last seating",
      numbers: ["limit", "over", "minutes"]),
    StandardIssue(
      code: "capacity_exceeded",
      meaning: "there are more covers or parties than the service holds, or more seated than there are seats",
      numbers: ["limit", "over"]),
    StandardIssue(
      code: "pacing_exceeded", meaning: "too many start at once", numbers: ["limit", "over", "minutes"]),
    StandardIssue(
      code: "override_reason_invalid", meaning: "a reason has fewer than 3 or more than 500 characters"),
    StandardIssue(code: "rule_failed", meaning: "a rule made a mistake; nothing is booked"),
  ]

  /// Standard issues about a field's answer, by what follows the field's name.
  package static let fieldIssues: [StandardIssue] = [
    StandardIssue(code: "required", meaning: "there is no answer"),
    StandardIssue(
      code: "invalid", meaning: "the answer is of the wrong kind, no choice, or not as `format` wants it",
      numbers: ["limit"]),
    StandardIssue(code: "too_short", meaning: "the answer is too short", numbers: ["limit", "over"]),
    StandardIssue(code: "too_long", meaning: "the answer is too long", numbers: ["limit", "over"]),
    StandardIssue(code: "unknown", meaning: "the mode has no such field"),
  ]

  /// The numbers that an issue carries.
  package static func numbers(of code: String) -> [String] {
    if let issue = issues.first(where: { $0.code == code }) { return issue.numbers }
    return fieldIssues.first { code.hasSuffix("_" + $0.code) }?.numbers ?? []
  }
}
