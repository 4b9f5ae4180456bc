/// The restaurant that a sweep takes place in: one day with lunch and dinner, and whatever services the
/// rules name besides. Nothing of it depends on when or where it is asked.
struct SweepWorld: Sendable {
  /// A Wednesday in a week without a holiday or a change of the clocks.
  static let date: CivilDate = "2026-11-18"
  /// Covers that each service takes, and that can sit at once.
  static let seats = 40
  static let restaurant = "the-anchor"

  let hours: DayHours
  let services: [ServicePeriod]

  /// `others` are keys of services that the rules ask for and this restaurant would not have.
  init(others: [String]) {
    let own = [
      ServicePeriod(key: "lunch", name: "Lunch", opens: 720, closes: 900),
      ServicePeriod(key: "dinner", name: "Dinner", opens: 1050, closes: 1380),
    ]
    let names = others.filter { name in !own.contains { $0.key == name } }.sorted().prefix(4)
    // An hour each, before lunch: what matters of them is their key.
    let first = 660 - 60 * names.count
    let extra = names.enumerated().map { index, key in
      ServicePeriod(
        key: key, name: key.prefix(1).uppercased() + key.dropFirst(), opens: first + 60 * index,
        closes: first + 60 * index + 60)
    }
    services = extra + own
    hours = DayHours(opens: min(660, first), closes: 1440)
  }

  /// The scene that some axes' points make together; nil when there cannot be such a one.
  func scene(_ points: some Sequence<(SweepSubject, SweepPoint)>) -> SweepScene? {
    var scene = SweepScene(world: self)
    for (subject, point) in points { scene.take(point, of: subject) }
    return scene.isPossible ? scene : nil
  }
}

/// One case of a sweep, from which both rule sets decide.
package struct SweepScene: Sendable {
  fileprivate let world: SweepWorld
  fileprivate var party = 2
  fileprivate var minute = 1140
  fileprivate var isOffGrid = false
  fileprivate var day = SweepDay.weekday(.wednesday)
  fileprivate var notice = 1440
  fileprivate var isAtTheDoor = false
  fileprivate var asked: (days: Int, minute: Int)?
  fileprivate var role = Role.host
  fileprivate var load = SweepPoint.empty
  fileprivate var starting: Int?
  fileprivate var guest = GuestFacts.unknown
  fileprivate var restaurant = RestaurantFacts.sweep
  fileprivate var answers = Draft()
  package private(set) var overrideReason: String?

  fileprivate init(world: SweepWorld) {
    self.world = world
  }

  /// Takes the point of an axis. The subject says what a bare count or answer is about.
  fileprivate mutating func take(_ point: SweepPoint, of subject: SweepSubject) {
    switch (point, subject) {
    case (.party(let party), _): self.party = party
    case (.time(let minute), _): self.minute = minute
    case (.onGrid, _): isOffGrid = false
    case (.offGrid, _): isOffGrid = true
    case (.day(let day), _): self.day = day
    case (.notice(let minutes), _): notice = minutes
    case (.atTheDoor, _): (notice, isAtTheDoor) = (0, true)
    case (.askedByNotice, _): break
    case (.asked(let days, let minute), _): asked = (days, minute)
    case (.caller(let role, let givesReason), _):
      self.role = role
      overrideReason = givesReason ? "a regular guest" : nil
    case (.empty, _), (.booked, _), (.filled, _), (.unlimited, _): load = point
    case (.starting(let covers), _): starting = covers
    case (.stranger, _): break
    case (.known(let isVerified), _): (guest.known, guest.verified) = (true, isVerified)
    case (.count(let count), .visits): takeGuest(\.visits, count)
    case (.count(let count), .noShows): takeGuest(\.noShows, count)
    case (.count(let count), .points): takeGuest(\.points, count)
    case (.count(let count), .upcoming): takeGuest(\.upcoming, count)
    case (.tag(let tag?), _): (guest.tags, guest.known) = ([tag], true)
    case (.restaurant(let slug), _): restaurant = .sweep(slug)
    case (.answer(let answer, _), .field(let name)): answers[name] = answer
    case (.missing, .field(let name)): answers[name] = nil
    case (.count, _), (.tag, _), (.answer, _), (.missing, _): break
    }
  }

  private mutating func takeGuest(_ count: WritableKeyPath<GuestFacts, Int>, _ number: Int) {
    guest[keyPath: count] = number
    if number > 0 { guest.known = true }
  }

  /// Whether there can be such a case: no fewer covers with this party than the party.
  fileprivate var isPossible: Bool {
    if case .filled(let covers) = load, covers < party { return false }
    if let starting, starting < party { return false }
    return true
  }

  // MARK: What the rules are asked

  private var date: CivilDate {
    switch day {
    case .weekday(let weekday): SweepWorld.date.adding(days: weekday.number - SweepWorld.date.weekday.number)
    case .date(let date): date
    case .closed, .closure, .clockChange, .labelled: SweepWorld.date
    }
  }

  private var start: LocalDateTime { LocalDateTime(day: date, minute: minute + (isOffGrid ? 1 : 0)) }

  private var now: LocalDateTime {
    guard let asked else { return start.adding(minutes: -notice) }
    return LocalDateTime(date: start.date.adding(days: -asked.days), minute: asked.minute)
  }

  package var draft: Draft {
    var draft = answers
    draft[Field.date] = .text(start.date.description)
    draft[Field.time] = .text(start.time)
    draft[Field.party] = .integer(party)
    return draft
  }

  /// The facts, as a guest or as staff sees them.
  package func facts(access: Policy.Access) -> Facts {
    let now = now
    let notice = start.totalMinutes - now.totalMinutes
    let isStaff = access == .staff
    var facts = Facts(
      mode: "", action: isAtTheDoor && isStaff ? .walkin : .create, now: now, hours: hours,
      services: world.services,
      closures: day == .closure ? [ClosedPeriod(from: 0, to: 2880, reason: "a private party")] : [],
      load: loadFacts, restaurant: restaurant,
      staff: isStaff ? StaffFacts(id: "staff", role: role) : .guest, guest: guest)
    facts.start = Facts.Start(
      local: start, noticeMinutes: notice, instant: Instant(seconds: start.totalMinutes * 60),
      repeats: day == .clockChange)
    facts.day = Facts.ServiceDayMoment(date: date, minute: minute + (isOffGrid ? 1 : 0))
    return facts
  }

  private var isClosed: Bool { day == .closed }

  private var hours: DayHours {
    if isClosed { return .closed() }
    guard case .labelled(let label) = day else { return world.hours }
    var hours = world.hours
    hours.label = label
    return hours
  }

  private var loadFacts: Load {
    var facts = Load(maxCovers: SweepWorld.seats, seats: SweepWorld.seats)
    switch load {
    case .booked(let covers): facts.covers = covers
    case .filled(let covers): facts.covers = covers - party
    case .unlimited: (facts.maxCovers, facts.seats) = (nil, nil)
    default: break
    }
    facts.parties = (facts.covers + 1) / 2
    facts.seated = facts.covers
    if let starting, starting > party, !isClosed {
      let others = starting - party
      facts.starts = [
        StartLoad(minute: minute + (isOffGrid ? 1 : 0), covers: others, parties: (others + 1) / 2)
      ]
    }
    return facts
  }
}

extension RestaurantFacts {
  fileprivate static let sweep = sweep(SweepWorld.restaurant)

  fileprivate static func sweep(_ slug: String) -> RestaurantFacts {
    RestaurantFacts(
      id: slug, slug: slug, name: slug, timezone: "UTC", phone: "+44 20 7946 0100", locale: "en-GB")
  }
}
