/// A booking as it is stored and shown.
public struct Booking: Hashable, Sendable {
  /// A UUID in lower case.
  public var id: String
  /// Short and unambiguous to read out on the phone.
  public var reference: String
  public var restaurant: RestaurantName
  public var mode: String
  /// The wall clock at the restaurant when the booking starts.
  public var start: LocalDateTime
  /// The wall clock at the restaurant when the booking ends.
  public var end: LocalDateTime
  /// The service day it belongs to: the evening before, for what starts past midnight.
  public var serviceDate: CivilDate
  /// Minutes of the service day.
  public var serviceMinute: Int
  public var startsAt: Instant
  public var endsAt: Instant
  public var zone: Zone
  public var party: Int
  public var covers: Int
  public var bookingType: String?
  public var seating: String?
  public var notes: String?
  public var staffNotes: String?
  /// The table that the guests have, in the house's own words.
  public var table: String?
  public var name: String
  public var email: String?
  public var phone: String?
  /// The address and number as the mode's format functions normalised them.
  public var normalisedEmail: String?
  public var normalisedPhone: String?
  public var marketingOptIn: Bool
  /// When the terms were accepted.
  public var termsAcceptedAt: Instant?
  public var status: BookingStatus
  public var source: String
  public var label: String?
  public var staff: StaffMark?
  /// Own fields of the mode.
  public var answers: [String: Answer]
  public var override: Override?
  public var revision: String
  /// What the decision found and let pass.
  public var issues: [Issue]
  public var effects: [StoredEffect]
  /// Counts up with every change.
  public var version: Int
  public var createdAt: Instant
  public var updatedAt: Instant

  public struct RestaurantName: Hashable, Sendable {
    public var id: String
    public var slug: String
    public var name: String

    public init(id: String, slug: String, name: String) {
      self.id = id
      self.slug = slug
      self.name = name
    }
  }

  /// Who made it, and as what.
  public struct StaffMark: Hashable, Sendable {
    public var id: String
    public var role: Role

    public init(id: String, role: Role) {
      self.id = id
      self.role = role
    }
  }

  /// Why an override was accepted, and whose it was.
  public struct Override: Hashable, Sendable {
    public var reason: String
    /// The staff member's id.
    public var by: String

    public init(reason: String, by: String) {
      self.reason = reason
      self.by = by
    }
  }

  package init(
    id: String, reference: String, restaurant: RestaurantName, mode: String, start: LocalDateTime,
    end: LocalDateTime, serviceDate: CivilDate, serviceMinute: Int, startsAt: Instant, endsAt: Instant,
    zone: Zone, party: Int, covers: Int, name: String, status: BookingStatus, source: String,
    revision: String, createdAt: Instant
  ) {
    self.id = id
    self.reference = reference
    self.restaurant = restaurant
    self.mode = mode
    self.start = start
    self.end = end
    self.serviceDate = serviceDate
    self.serviceMinute = serviceMinute
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.zone = zone
    self.party = party
    self.covers = covers
    self.name = name
    self.status = status
    self.source = source
    self.revision = revision
    self.createdAt = createdAt
    updatedAt = createdAt
    marketingOptIn = false
    answers = [:]
    issues = []
    effects = []
    version = 1
  }
}

/// An effect of a booking and how far it has got.
public struct StoredEffect: Hashable, Sendable {
  public var effect: Effect
  public var state: State
  /// Why it was skipped or failed, or what stands in its way; nil otherwise.
  public var reason: String?
  /// `created`, or the later event that it follows.
  public var trigger = StoredEffect.created
  /// When it is to happen; at once when nil.
  public var dueAt: Instant?
  /// After this it would be worse than never.
  public var expiresAt: Instant?

  /// What the effects of a new booking follow.
  public static let created = "created"

  public enum State: String, Hashable, Sendable {
    case queued, sending, delivered, failed, skipped
  }

  /// Whether it waits to be delivered, and not for a later moment.
  func isDue(_ now: Instant) -> Bool { state == .queued && dueAt.map { $0 <= now } ?? true }

  public init(effect: Effect, state: State, reason: String? = nil) {
    self.effect = effect
    self.state = state
    self.reason = reason
  }

  /// An effect that has just been decided: waiting to be delivered, or skipped.
  public init(_ effect: Effect) {
    self.init(effect: effect, state: effect.skipped == nil ? .queued : .skipped, reason: effect.skipped)
  }
}
