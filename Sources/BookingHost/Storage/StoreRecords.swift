/// Whose session a token belongs to, and until when.
package struct SessionRecord: Hashable, Sendable {
  package var staff: StaffAccount
  package var expiresAt: Instant

  package init(staff: StaffAccount, expiresAt: Instant) {
    self.staff = staff
    self.expiresAt = expiresAt
  }
}

/// What a guest is known by at one restaurant.
package struct GuestKey: Hashable, Sendable {
  package var name: String
  /// Normalised, lower case.
  package var email: String?
  /// Normalised, E.164 where the mode's rules make it so.
  package var phone: String?
  /// What of it has to be a guest's own for that to be them.
  package var match: GuestMatch

  package init(
    name: String, email: String? = nil, phone: String? = nil, match: GuestMatch = GuestMatch()
  ) {
    self.name = name
    self.email = email?.lowercased()
    self.phone = phone
    self.match = match
  }
}

/// Which bookings to list. Order: service date, minute of the service day, reference.
package struct BookingQuery: Hashable, Sendable {
  package var restaurantIDs: [String]
  /// First and last service date, both included.
  package var from: CivilDate?
  package var to: CivilDate?
  /// Words that must all occur in name, email, phone or reference, in any case and with or without accents.
  package var search: String?
  package var statuses: [BookingStatus]?
  package var limit: Int?
  /// Lists what comes after this place.
  package var after: BookingCursor?

  package init(
    restaurantIDs: [String], from: CivilDate? = nil, to: CivilDate? = nil, search: String? = nil,
    statuses: [BookingStatus]? = nil, limit: Int? = nil, after: BookingCursor? = nil
  ) {
    self.restaurantIDs = restaurantIDs
    self.from = from
    self.to = to
    self.search = search
    self.statuses = statuses
    self.limit = limit
    self.after = after
  }
}

/// A place in a list of bookings.
package struct BookingCursor: Hashable, Sendable {
  package var serviceDate: CivilDate
  package var serviceMinute: Int
  package var reference: String

  package init(serviceDate: CivilDate, serviceMinute: Int, reference: String) {
    self.serviceDate = serviceDate
    self.serviceMinute = serviceMinute
    self.reference = reference
  }

  /// The place of a booking.
  package init(_ booking: Booking) {
    self.init(
      serviceDate: booking.serviceDate, serviceMinute: booking.serviceMinute, reference: booking.reference)
  }
}

/// Under what a repeated request is recognised.
package struct IdempotencyKey: Hashable, Sendable {
  /// The caller and the restaurant: the same key from someone else is another key.
  package var scope: String
  /// A hash of the key as it was sent.
  package var keyHash: [UInt8]

  package init(scope: String, keyHash: [UInt8]) {
    self.scope = scope
    self.keyHash = keyHash
  }
}

/// A decision as it is kept: enough to make it again, without personal data.
package struct DecisionRecord: Hashable, Sendable {
  package var id: String
  package var restaurantID: String
  package var mode: String
  package var action: Facts.Action
  /// The hash of the rules that decided.
  package var revision: String
  package var contractVersion: Int
  package var outcome: Verdict.Outcome
  /// Kept without their messages, which may quote the guest.
  package var issues: [Issue]
  /// Draft and facts in a versioned form of the caller's; must hold no personal data.
  package var snapshot: [UInt8]
  package var staffID: String?
  package var createdAt: Instant
  /// The date at the restaurant; that of UTC when nil.
  package var day: CivilDate?

  package init(
    id: String, restaurantID: String, mode: String, action: Facts.Action, revision: String,
    contractVersion: Int, outcome: Verdict.Outcome, issues: [Issue], snapshot: [UInt8],
    staffID: String? = nil, createdAt: Instant, day: CivilDate? = nil
  ) {
    self.id = id
    self.restaurantID = restaurantID
    self.mode = mode
    self.action = action
    self.revision = revision
    self.contractVersion = contractVersion
    self.outcome = outcome
    self.issues = issues
    self.snapshot = snapshot
    self.staffID = staffID
    self.createdAt = createdAt
    self.day = day
  }
}

/// What is written together with a new booking.
package struct BookingRecord: Sendable {
  package var guestKey: GuestKey
  package var decision: DecisionRecord
  /// The rule files of the decision's revision by path, stored when the revision is new.
  package var ruleFiles: [String: String]
  package var contractVersion: Int
  package var idempotency: (key: IdempotencyKey, payloadHash: [UInt8])?
  /// Who is acting, for the audit trail; nil for guests.
  package var staffID: String?
  /// The id of the guest's row, should the guest be new.
  package var newGuestID: String

  package init(
    guestKey: GuestKey, decision: DecisionRecord, ruleFiles: [String: String], contractVersion: Int,
    idempotency: (key: IdempotencyKey, payloadHash: [UInt8])? = nil, staffID: String? = nil,
    newGuestID: String
  ) {
    self.guestKey = guestKey
    self.decision = decision
    self.ruleFiles = ruleFiles
    self.contractVersion = contractVersion
    self.idempotency = idempotency
    self.staffID = staffID
    self.newGuestID = newGuestID
  }
}
