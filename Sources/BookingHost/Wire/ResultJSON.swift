/// What came of a request to book.
package enum ResultJSON: Encodable, Sendable {
  case booked(BookingJSON, isDuplicate: Bool)
  /// Alternatives are nil where none were looked for: when it is not the plan that stands in the way.
  /// The same of a wait: it is looked for when guests are at the door.
  case refused(
    isOverridable: Bool, issues: [IssueJSON], alternatives: [AlternativeJSON]?, wait: WaitOfferJSON? = nil)

  package init(_ result: BookingResult) {
    switch result {
    case .booked(let booking, let isDuplicate):
      self = .booked(BookingJSON(booking), isDuplicate: isDuplicate)
    case .refused(let refusal):
      self = .refused(
        isOverridable: refusal.isOverridable, issues: refusal.issues.map { IssueJSON($0) },
        alternatives: refusal.alternatives.map { $0.map { AlternativeJSON($0) } },
        wait: refusal.wait.map { WaitOfferJSON($0) })
    }
  }

  private enum Key: String, CodingKey {
    case outcome, booking, duplicate, overridable, issues, alternatives, waitlist
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .booked(let booking, let isDuplicate):
      let isPending = booking.status == BookingStatus.pending.rawValue
      let outcome: Verdict.Outcome = isPending ? .pending : .confirmed
      try container.encode(outcome.rawValue, forKey: .outcome)
      try container.encode(booking, forKey: .booking)
      if isDuplicate { try container.encode(true, forKey: .duplicate) }
    case .refused(let isOverridable, let issues, let alternatives, let wait):
      try container.encode(Verdict.Outcome.refused.rawValue, forKey: .outcome)
      try container.encode(isOverridable, forKey: .overridable)
      try container.encode(issues, forKey: .issues)
      try container.encodeIfPresent(alternatives, forKey: .alternatives)
      try container.encodeIfPresent(wait, forKey: .waitlist)
    }
  }
}

/// A failure that is not a finding of the rules.
package struct ErrorJSON: Encodable, Sendable {
  package var error: Content

  package struct Content: Encodable, Sendable {
    package var code: String
    package var message: String
    @OrNull package var field: String?
  }

  package init(code: String, message: String, field: String?) {
    error = Content(code: code, message: message, field: field)
  }
}
