/// One service day at a glance.
package struct Dashboard: Hashable, Sendable {
  package var restaurant: Restaurant
  package var date: CivilDate
  package var totals: Totals
  /// Covers by start, cancelled and no-shows left out.
  package var starts: [StartLoad]
  package var services: [ServiceLoad]
  package var bookings: [Booking]
  package var rules: RuleNotice
  /// Who waits for a table on that day; nil until it has been looked for.
  package var waitlist: Waitlist?
  /// The service day that is on now.
  package var today: CivilDate
  /// References of bookings that were last changed on the service day that is on now: what was done to them can still
  /// be undone.
  package var changedToday: Set<String>

  package struct Totals: Hashable, Sendable {
    package var all = 0
    package var byStatus: [BookingStatus: Int] = [:]
    /// Pending and confirmed bookings that have not started.
    package var upcoming = 0
    /// Covers of all but cancelled bookings and no-shows.
    package var covers = 0
  }

  /// How full one service is.
  package struct ServiceLoad: Hashable, Sendable {
    package var period: ServicePeriod
    package var capacity: Capacity
    package var covers: Int
    package var parties: Int
  }
}

extension BookingDesk {
  /// The dashboard of a service day, for a member of the restaurant.
  package func dashboard(restaurant name: String, date: CivilDate?, by caller: Caller) throws -> Dashboard {
    let now = environment.now()
    return try store.read { reader in
      let restaurant = try member(of: name, caller, reader)
      let local = restaurant.zone.local(now)
      let present = try reader.diary(of: restaurant, around: local.date)
      let today = present.moment(of: local).date
      let date = date ?? today
      let day = try present.days[date] ?? reader.diary(of: restaurant, around: date).days[date]
      let bookings = try reader.bookings(
        BookingQuery(restaurantIDs: [restaurant.id], from: date, to: date))
      var dashboard = try Dashboard(
        restaurant: restaurant, day: day, date: date, bookings: bookings, rules: RuleNotice(reader), now: now)
      dashboard.today = today
      dashboard.changedToday = Dashboard.changed(bookings, on: today, present)
      dashboard.waitlist = date == today ? try waitlist(at: restaurant, on: date, now, reader) : nil
      return dashboard
    }
  }

  /// The restaurant, for a caller who is a member of it.
  package func member(of name: String, _ caller: Caller, _ reader: some StoreReading) throws -> Restaurant {
    guard let account = caller.account else { throw HostError.notSignedIn }
    guard let restaurant = try reader.restaurant(slug: name) ?? reader.restaurant(id: name),
      try reader.membership(ofStaff: account.id, atRestaurant: restaurant.id) != nil
    else { throw HostError.notYours }
    return restaurant
  }

  /// The service day that is on now: in the small hours, while last night's service runs, the day before.
  package func today(at restaurant: Restaurant, _ now: Instant, _ reader: some StoreReading) throws
    -> CivilDate
  {
    let local = restaurant.zone.local(now)
    return try reader.diary(of: restaurant, around: local.date).moment(of: local).date
  }
}

extension Dashboard {
  init(
    restaurant: Restaurant, day: ServiceDay?, date: CivilDate, bookings: [Booking], rules: RuleNotice,
    now: Instant
  ) {
    self.restaurant = restaurant
    self.date = date
    today = date
    changedToday = []
    self.bookings = bookings
    self.rules = rules
    let counted = bookings.filter(\.status.countsForCapacity)
    totals = Totals(all: bookings.count)
    totals.byStatus = Dictionary(grouping: bookings, by: \.status).mapValues(\.count)
    totals.upcoming = bookings.count {
      ($0.status == .pending || $0.status == .confirmed) && $0.startsAt > now
    }
    totals.covers = counted.reduce(0) { $0 + $1.covers }
    starts = Dictionary(grouping: counted, by: \.serviceMinute)
      .map { StartLoad(minute: $0, covers: $1.reduce(0) { $0 + $1.covers }, parties: $1.count) }
      .sorted { $0.minute < $1.minute }
    services = (day?.services ?? []).map { service in
      let inside = counted.filter { service.period.contains($0.serviceMinute) }
      return ServiceLoad(
        period: service.period, capacity: service.capacity, covers: inside.reduce(0) { $0 + $1.covers },
        parties: inside.count)
    }
  }

  /// The references of those that were last changed on `today`, which the diary knows.
  static func changed(_ bookings: [Booking], on today: CivilDate, _ present: Diary) -> Set<String> {
    Set(
      bookings.filter { booking in
        let local = booking.zone.local(booking.updatedAt)
        return abs(local.date.dayNumber - today.dayNumber) <= 1 && present.moment(of: local).date == today
      }.map(\.reference))
  }
}
