/// A decision: what a mode's rules say to one draft under given facts.
public struct Verdict: Hashable, Sendable {
  public var outcome: Outcome
  /// Everything found, in the order of the wizard; warnings and accepted overrides included.
  public var issues: [Issue]
  /// Fields that are required and still missing, when only the plan was asked about.
  public var needs: [String]
  /// What follows when the booking is made; empty when it is not.
  public var effects: [Effect]
  /// The booking's values, typed, with defaults filled in.
  public var values: BookingValues
  /// What the rules decided about the booking itself.
  public var terms: BookingTerms
  /// Whether a missing or invalid plan was stood in for, so that field rules may answer otherwise later.
  public var provisional: Bool
  /// The hash of the rules that decided.
  public var revision: String
  /// The facts decided on, completed from the draft.
  public var facts: Facts
  /// Of a change: what is found of the booking as it was as well, and not raised again.
  public var standing: [Issue] = []

  public enum Outcome: String, Hashable, Sendable {
    case confirmed, pending, refused
    /// Would pass if someone with the issues' role gave a reason.
    case override
  }

  /// Whether a booking may be made.
  public var passes: Bool { outcome == .confirmed || outcome == .pending }
}

/// A draft after the host has read it: right types, defaults filled in.
public struct BookingValues: Hashable, Sendable {
  public var date: CivilDate
  public var minute: Int
  public var party: Int
  public var bookingType: String?
  public var seating: String?
  public var notes: String?
  public var name: String?
  public var email: String?
  public var phone: String?
  public var marketingOptIn: Bool?
  public var terms: Bool?
  /// Own fields of the mode.
  public var own: [String: Answer]
  /// What a format function made of an answer, beside the answer as typed: an E.164 number.
  public var normalised: [String: String] {
    get {
      var all = normalisedOthers
      all[Field.email] = normalisedEmail
      all[Field.phone] = normalisedPhone
      return all
    }
    set {
      normalisedEmail = newValue[Field.email]
      normalisedPhone = newValue[Field.phone]
      normalisedOthers = newValue.filter { $0.key != Field.email && $0.key != Field.phone }
    }
  }
  // The two that nearly every booking has need no dictionary.
  private var normalisedEmail: String?
  private var normalisedPhone: String?
  private var normalisedOthers: [String: String] = [:]

  public init(date: CivilDate, minute: Int, party: Int) {
    self.date = date
    self.minute = minute
    self.party = party
    own = [:]
  }

  /// Keeps what a format function made of the answer to a field.
  package mutating func normalise(_ field: String, as text: String) {
    switch field {
    case Field.email: normalisedEmail = text
    case Field.phone: normalisedPhone = text
    default: normalisedOthers[field] = text
    }
  }
}

/// What a mode lays down for the bookings it lets through.
public struct BookingTerms: Hashable, Sendable {
  public var status: BookingStatus
  /// What capacity counts for this party.
  public var covers: Int
  public var durationMinutes: Int
  public var source: String
  public var label: String?
  /// The role whose override this booking rests on; nil when it needed none.
  public var overriddenAs: Role?
  /// By what the guest is recognised.
  public var guests: GuestMatch

  public init(
    status: BookingStatus = .confirmed, covers: Int, durationMinutes: Int, source: String,
    label: String? = nil, overriddenAs: Role? = nil, guests: GuestMatch = GuestMatch()
  ) {
    self.status = status
    self.covers = covers
    self.durationMinutes = durationMinutes
    self.source = source
    self.label = label
    self.overriddenAs = overriddenAs
    self.guests = guests
  }
}
