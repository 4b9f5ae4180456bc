/// A step that staff want a booking to take, or the guest whose it is.
package struct StepRequest: Hashable, Sendable {
  package var reference: String
  package var step: BookingStep
  /// Why, in staff's own words.
  package var reason: String?
  /// Where the guests are seated; with a check-in only.
  package var table: String?
  package var overrideReason: String?
  /// The version that was seen; nil when whoever asks does not mind.
  package var version: Int?

  package init(
    reference: String, step: BookingStep, reason: String? = nil, table: String? = nil,
    overrideReason: String? = nil, version: Int? = nil
  ) {
    self.reference = reference
    self.step = step
    self.reason = reason
    self.table = table
    self.overrideReason = overrideReason
    self.version = version
  }
}

/// What came of a step, or of a change.
package enum StepResult: Hashable, Sendable {
  /// `warnings` are what staff should know of.
  case made(Booking, warnings: [Issue])
  case refused(Refusal)
}

/// Issues of steps and changes that the host itself comes to.
enum StepIssue {
  static func invalid(_ message: String) -> Issue {
    Issue(code: "transition_invalid", field: "status", message: message)
  }

  static func unchangeable(_ status: BookingStatus) -> Issue {
    let word = status == .noShow ? "a no-show" : status.rawValue.replacing("_", with: " ")
    return Issue(
      code: "change_invalid", field: "status",
      message: "The booking is \(word), and cannot be changed any more.")
  }

  static let begun = Issue(
    code: "change_invalid", field: "status",
    message: "The booking has begun: please ring the restaurant, or speak to the staff.")
  static let staffOnly = Issue(
    code: "transition_invalid", field: "status", message: "A booking of your own can be cancelled.")

  static func tooLong(_ field: String, _ limit: Int) -> Issue {
    Issue(
      code: "\(field)_too_long", field: field, message: "At most \(limit) characters, please",
      numbers: Issue.Numbers(limit: limit))
  }

  /// Taking something back does not take back what guests have been told.
  static func told(_ template: String) -> Issue {
    Issue(
      code: "email_sent", message: "The guest has been sent the email \"\(template)\" about it already.",
      severity: .warn)
  }
}

/// What staff write beside a booking: trimmed, on one line where it is one, and not endless.
enum StaffText {
  static let longestTable = 40
  static let longestReason = 500

  /// Nil where nothing is left of it.
  static func line(_ text: String?) -> String? {
    guard let kept = text.map({ Text.trimmed(Text.singleLine($0)) }), !Text.isBlank(kept) else { return nil }
    return kept
  }

  static func issues(table: String?, reason: String?) -> [Issue] {
    var issues: [Issue] = []
    if let table, Text.length(table) > longestTable {
      issues.append(StepIssue.tooLong("table", longestTable))
    }
    if let reason, Text.length(reason) > longestReason {
      issues.append(StepIssue.tooLong("reason", longestReason))
    }
    return issues
  }
}
