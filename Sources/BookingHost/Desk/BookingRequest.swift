/// Who is asking. Follows from the endpoint or command and its session, never from what was sent.
package enum Caller: Hashable, Sendable {
  case guest
  /// A guest who has proved that a booking is theirs, by its id. To everything else they are a guest.
  case holder(ofBooking: String)
  case staff(StaffAccount)
  /// A member of staff, with a colleague's word for what they may not let pass themselves.
  case approved(StaffAccount, by: Approver)

  /// Whose session it is; nil for guests.
  package var account: StaffAccount? {
    switch self {
    case .guest, .holder: nil
    case .staff(let account), .approved(let account, _): account
    }
  }

  package var approver: Approver? {
    if case .approved(_, let approver) = self { approver } else { nil }
  }

  /// The same caller with a colleague's word. Guests have no colleagues.
  package func approved(by approver: Approver?) -> Caller {
    guard let account, let approver else { return self }
    return .approved(account, by: approver)
  }
}

/// A booking that someone wants made.
package struct BookingRequest: Hashable, Sendable {
  /// The restaurant's slug or id.
  package var restaurant: String
  package var mode: String
  package var draft: Draft
  /// Whether the guests are at the door and the start is this very minute.
  package var isNow: Bool
  /// Seats the guests in the same step; for staff, when the booking is confirmed.
  package var seating: Seating?
  package var overrideReason: String?
  package var idempotencyKey: String?
  /// The party on the waitlist that it is for: booked and taken off the list in one.
  package var waiting: Waiting?

  /// A party on the waitlist, as it was seen.
  package struct Waiting: Hashable, Sendable {
    package var id: String
    package var version: Int
  }

  /// Guests who sit down at once, and where, if that is known.
  package struct Seating: Hashable, Sendable {
    package var table: String?

    package init(table: String? = nil) {
      self.table = table
    }
  }

  package init(
    restaurant: String, mode: String, draft: Draft, isNow: Bool = false, seating: Seating? = nil,
    overrideReason: String? = nil, idempotencyKey: String? = nil
  ) {
    self.restaurant = restaurant
    self.mode = mode
    self.draft = draft
    self.isNow = isNow
    self.seating = seating
    self.overrideReason = overrideReason
    self.idempotencyKey = idempotencyKey
  }
}

/// What came of it.
package enum BookingResult: Hashable, Sendable {
  /// `isDuplicate`: the same key and payload had been booked before, and nothing was written now.
  case booked(Booking, isDuplicate: Bool)
  case refused(Refusal)
}

/// Why the rules let a booking not pass.
package struct Refusal: Hashable, Sendable {
  package var issues: [Issue]
  /// Whether someone with the issues' role could let it pass with a reason.
  package var isOverridable: Bool
  /// What could be booked instead; nil until it has been looked for.
  package var alternatives: [Alternative]?
  /// That guests at the door can wait instead; nil until it has been looked for, and where they cannot.
  package var wait: WaitOffer?

  package init(issues: [Issue], isOverridable: Bool, alternatives: [Alternative]? = nil) {
    self.issues = issues
    self.isOverridable = isOverridable
    self.alternatives = alternatives
  }

  init(_ verdict: Verdict) {
    self.init(issues: verdict.issues, isOverridable: verdict.outcome == .override)
  }

  /// A rule failed: nobody is booked by a rule that cannot answer.
  init(_ error: RuleError) {
    let message = "The booking rules failed, so nothing was booked: \(error.message)"
    let issue = Issue(code: RuleError.decisionCode, message: message, rule: error.rule)
    self.init(issues: [issue], isOverridable: false)
  }

  /// The same of something that was to happen to a booking.
  init(ofChange error: RuleError) {
    let message = "The booking rules failed, so nothing was changed: \(error.message)"
    let issue = Issue(code: RuleError.decisionCode, message: message, rule: error.rule)
    self.init(issues: [issue], isOverridable: false)
  }
}
