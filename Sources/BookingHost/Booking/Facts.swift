/// Everything but the draft that a rule may see. A value: reading it twice gives the same answer, and a
/// decision made from it can be made again years later.
public struct Facts: Hashable, Sendable {
  public var mode: String
  public var action: Action
  /// The wall clock at the restaurant, to the minute.
  public var now: LocalDateTime
  /// When the booking would start. Nil until a plan is known: `RuleBook.decide` then works it out from
  /// the draft, in the restaurant's zone.
  public var start: Start?
  /// The same start on the service day. Nil as for `start`.
  public var day: ServiceDayMoment?
  /// The service that contains the start; nil when none does, or while no plan is known.
  public var service: ServicePeriod?
  public var load: Load
  public var staff: StaffFacts
  private var scene: Shared<Scene>

  public var hours: DayHours {
    get { scene.value.hours }
    set { scene.value.hours = newValue }
  }
  public var services: [ServicePeriod] {
    get { scene.value.services }
    set { scene.value.services = newValue }
  }
  public var closures: [ClosedPeriod] {
    get { scene.value.closures }
    set { scene.value.closures = newValue }
  }
  public var restaurant: RestaurantFacts {
    get { scene.value.restaurant }
    set { scene.value.restaurant = newValue }
  }
  public var guest: GuestFacts {
    get { scene.value.guest }
    set { scene.value.guest = newValue }
  }
  /// The booking before a change; empty when it is not a change.
  public var previous: Draft {
    get { scene.value.previous }
    set { scene.value.previous = newValue }
  }

  /// What a decision leaves as it came: one thing to copy instead of twenty.
  private struct Scene: Hashable, Sendable {
    var hours: DayHours
    var services: [ServicePeriod]
    var closures: [ClosedPeriod]
    var restaurant: RestaurantFacts
    var guest: GuestFacts
    var previous: Draft
  }

  /// What the caller is doing.
  public enum Action: String, Hashable, Sendable {
    case create
    /// Guests who stand at the door: the start is this very minute.
    case walkin
    case change
    /// Only asking: availability, or a form that is not sent yet.
    case quote
  }

  public struct Start: Hashable, Sendable {
    public var local: LocalDateTime
    /// Minutes from now to the start; negative when it has passed.
    public var noticeMinutes: Int
    /// The start itself; nil in facts that were written by hand.
    public var instant: Instant?
    /// Whether the clock shows this time twice that night; `instant` is then the first.
    public var repeats: Bool

    public init(local: LocalDateTime, noticeMinutes: Int, instant: Instant? = nil, repeats: Bool = false) {
      self.local = local
      self.noticeMinutes = noticeMinutes
      self.instant = instant
      self.repeats = repeats
    }
  }

  /// A moment on a service day: half past one at night is minute 1530 of the evening before.
  public struct ServiceDayMoment: Hashable, Sendable {
    public var date: CivilDate
    public var minute: Int

    public init(date: CivilDate, minute: Int) {
      self.date = date
      self.minute = minute
    }
  }

  /// Facts as in tests and `rules explain`: open from 0 to 30 hours, no services, no maxima, an unknown
  /// guest, restaurant `example` in UTC. The role is left to the mode: host in staff modes, else none.
  public static func standard(now: LocalDateTime) -> Facts {
    Facts(
      mode: "", action: .create, now: now, hours: DayHours(opens: 0, closes: 1800), services: [],
      closures: [], load: Load(), restaurant: .example, staff: .unspecified, guest: .unknown)
  }

  public init(
    mode: String, action: Action, now: LocalDateTime, start: Start? = nil, day: ServiceDayMoment? = nil,
    hours: DayHours, service: ServicePeriod? = nil, services: [ServicePeriod], closures: [ClosedPeriod],
    load: Load, restaurant: RestaurantFacts, staff: StaffFacts, guest: GuestFacts, previous: Draft = Draft()
  ) {
    self.mode = mode
    self.action = action
    self.now = now
    self.start = start
    self.day = day
    self.service = service
    self.load = load
    self.staff = staff
    scene = Shared(
      Scene(
        hours: hours, services: services, closures: closures, restaurant: restaurant, guest: guest,
        previous: previous))
  }
}

/// How full it is, the booking being changed left out.
public struct Load: Hashable, Sendable {
  /// Covers and parties of the service, or of the day where there is no service.
  public var covers: Int
  public var parties: Int
  /// Nil when unlimited.
  public var maxCovers: Int?
  public var maxParties: Int?
  /// Covers whose sitting overlaps the one being decided.
  public var seated: Int
  /// How many can sit at once; nil when nobody counts.
  public var seats: Int?
  /// What starts when on the service day.
  public var starts: [StartLoad]
  /// The sittings around the start, from which `seated` is counted once the duration is known. Nil in
  /// facts written by hand: `seated` then stands as it is.
  public var sittings: [Sitting]?

  public init(
    covers: Int = 0, parties: Int = 0, maxCovers: Int? = nil, maxParties: Int? = nil, seated: Int = 0,
    seats: Int? = nil, starts: [StartLoad] = [], sittings: [Sitting]? = nil
  ) {
    self.covers = covers
    self.parties = parties
    self.maxCovers = maxCovers
    self.maxParties = maxParties
    self.seated = seated
    self.seats = seats
    self.starts = starts
    self.sittings = sittings
  }
}

/// Covers and parties that start at one minute of the service day.
public struct StartLoad: Hashable, Sendable {
  public var minute: Int
  public var covers: Int
  public var parties: Int

  public init(minute: Int, covers: Int, parties: Int) {
    self.minute = minute
    self.covers = covers
    self.parties = parties
  }
}

/// One party at its table, from and to.
public struct Sitting: Hashable, Sendable {
  public var starts: Instant
  public var ends: Instant
  public var covers: Int

  public init(starts: Instant, ends: Instant, covers: Int) {
    self.starts = starts
    self.ends = ends
    self.covers = covers
  }
}

public struct RestaurantFacts: Hashable, Sendable {
  public var id: String
  public var slug: String
  public var name: String
  public var timezone: String
  public var phone: String?
  public var locale: String

  public init(id: String, slug: String, name: String, timezone: String, phone: String?, locale: String) {
    self.id = id
    self.slug = slug
    self.name = name
    self.timezone = timezone
    self.phone = phone
    self.locale = locale
  }

  public static let example = RestaurantFacts(
    id: "example", slug: "example", name: "Example", timezone: "UTC", phone: nil, locale: "en-GB")
}

/// Who is booking on the guest's behalf. Never taken from anything a guest can send.
public struct StaffFacts: Hashable, Sendable {
  public var id: String?
  /// Nil leaves it to the mode: host in staff modes, none in public ones.
  public var role: Role?
  /// Somebody else's word for this one decision. Rules do not see it: it counts for overrides alone.
  public var approval: Approval?

  public init(id: String? = nil, role: Role?, approval: Approval? = nil) {
    self.id = id
    self.role = role
    self.approval = approval
  }

  /// The word of a member of staff at a colleague's station, whose password has been checked.
  public struct Approval: Hashable, Sendable {
    public var id: String
    /// At this restaurant.
    public var role: Role

    public init(id: String, role: Role) {
      self.id = id
      self.role = role
    }
  }

  /// The role that overrides are held against: the higher of one's own and that of whoever approves.
  public var overridingRole: Role { max(role ?? .none, approval?.role ?? .none) }

  /// Whose override it is that needed a role: one's own, unless only the other's word was enough.
  public func overrider(as needed: Role) -> String? {
    (role ?? .none) >= needed ? id : approval?.id
  }

  public static let unspecified = StaffFacts(role: nil)
  public static let guest = StaffFacts(role: Role.none)
}

/// What is known of the guest. In a public mode a guest who has not proved to be themselves is unknown.
public struct GuestFacts: Hashable, Sendable {
  public var known: Bool
  public var verified: Bool
  public var visits: Int
  public var noShows: Int
  public var points: Int
  public var upcoming: Int
  public var tags: [String]

  public init(
    known: Bool, verified: Bool = false, visits: Int = 0, noShows: Int = 0, points: Int = 0,
    upcoming: Int = 0, tags: [String] = []
  ) {
    self.known = known
    self.verified = verified
    self.visits = visits
    self.noShows = noShows
    self.points = points
    self.upcoming = upcoming
    self.tags = tags
  }

  public static let unknown = GuestFacts(known: false)
}
