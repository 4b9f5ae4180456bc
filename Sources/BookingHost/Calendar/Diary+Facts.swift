extension Diary {
  /// Who is asking, and what for.
  package struct Inquiry: Hashable, Sendable {
    package var mode: String
    package var action: Facts.Action
    package var now: Instant
    package var staff: StaffFacts
    package var guest: GuestFacts
    /// The booking being changed, whose own covers do not count against it.
    package var changing: String?

    package init(
      mode: String, action: Facts.Action, now: Instant, staff: StaffFacts, guest: GuestFacts = .unknown,
      changing: String? = nil
    ) {
      self.mode = mode
      self.action = action
      self.now = now
      self.staff = staff
      self.guest = guest
      self.changing = changing
    }
  }

  /// The facts of one start. Without a start (a plan that is missing or wrong) they are those of `day`.
  package func facts(_ inquiry: Inquiry, start local: LocalDateTime?, day fallback: CivilDate) -> Facts {
    let now = restaurant.zone.local(inquiry.now)
    let moment = local.map { self.moment(of: $0) }
    let day = days[moment?.date ?? fallback] ?? ServiceDay(date: fallback, hours: .closed())
    let service = moment.flatMap { moment in day.services.first { $0.period.contains(moment.minute) } }
    var facts = Facts(
      mode: inquiry.mode, action: inquiry.action, now: now, hours: day.hours, service: service?.period,
      services: day.services.map(\.period), closures: day.closures,
      load: load(day, service, changing: inquiry.changing), restaurant: RestaurantFacts(restaurant),
      staff: inquiry.staff, guest: inquiry.guest)
    if let local, case .start(let start) = StartReading.read(local, now: now, zone: restaurant.zone) {
      facts.start = start
      facts.day = moment
    }
    return facts
  }

  private func load(_ day: ServiceDay, _ service: DayService?, changing: String?) -> Load {
    let others = day.bookings.filter { $0.bookingID != changing }
    let counted = others.filter { service?.period.contains($0.minute) ?? true }
    let sittings = days.values.flatMap(\.bookings).filter { $0.bookingID != changing }
      .map { Sitting(starts: $0.starts, ends: $0.ends, covers: $0.covers) }
      .sorted { ($0.starts, $0.ends, $0.covers) < ($1.starts, $1.ends, $1.covers) }
    return Load(
      covers: counted.reduce(0) { $0 + $1.covers }, parties: counted.count,
      maxCovers: service?.capacity.covers, maxParties: service?.capacity.parties,
      seats: restaurant.seats, starts: Diary.starts(others), sittings: sittings)
  }

  private static func starts(_ bookings: [DiaryEntry]) -> [StartLoad] {
    Dictionary(grouping: bookings, by: \.minute)
      .map { StartLoad(minute: $0, covers: $1.reduce(0) { $0 + $1.covers }, parties: $1.count) }
      .sorted { $0.minute < $1.minute }
  }
}

extension RestaurantFacts {
  package init(_ restaurant: Restaurant) {
    self.init(
      id: restaurant.id, slug: restaurant.slug, name: restaurant.name, timezone: restaurant.zone.identifier,
      phone: restaurant.phone, locale: restaurant.locale)
  }
}
