/// One service day at a glance.
package struct DashboardJSON: Encodable, Sendable {
  package var restaurant: RestaurantJSON
  package var date: String
  package var totals: Totals
  package var slots: [Start]
  package var services: [Service]
  package var bookings: [BookingJSON]
  package var rules: RuleNoticeJSON
  /// Who waits for a table; empty for any day but the one that is on.
  package var waitlist: [WaitlistEntryJSON]

  package struct Totals: Encodable, Sendable {
    package var all: Int
    package var confirmed: Int
    package var pending: Int
    package var checkedIn: Int
    package var completed: Int
    package var cancelled: Int
    package var noShow: Int
    package var upcoming: Int
    package var covers: Int
  }

  /// What starts at one minute of the service day.
  package struct Start: Encodable, Sendable {
    package var time: String
    package var minute: Int
    package var covers: Int
    package var parties: Int
  }

  /// How full a service is; `opens` and `closes` are minutes of the service day.
  package struct Service: Encodable, Sendable {
    package var key: String
    package var name: String
    package var opens: Int
    package var closes: Int
    package var covers: Int
    package var parties: Int
    @OrNull package var maxCovers: Int?
    @OrNull package var maxParties: Int?
  }

  package init(_ dashboard: Dashboard) {
    restaurant = RestaurantJSON(dashboard.restaurant)
    date = dashboard.date.description
    totals = Totals(dashboard.totals)
    slots = dashboard.starts.map {
      Start(time: ClockTime.text($0.minute), minute: $0.minute, covers: $0.covers, parties: $0.parties)
    }
    services = dashboard.services.map { Service($0) }
    bookings = dashboard.bookings.map { BookingJSON($0) }
    rules = RuleNoticeJSON(dashboard.rules, zone: dashboard.restaurant.zone)
    waitlist =
      dashboard.waitlist.map { list in list.places.map { WaitlistEntryJSON($0, at: list.now) } } ?? []
  }
}

extension DashboardJSON.Totals {
  init(_ totals: Dashboard.Totals) {
    func count(_ status: BookingStatus) -> Int { totals.byStatus[status] ?? 0 }
    self.init(
      all: totals.all, confirmed: count(.confirmed), pending: count(.pending), checkedIn: count(.checkedIn),
      completed: count(.completed), cancelled: count(.cancelled), noShow: count(.noShow),
      upcoming: totals.upcoming, covers: totals.covers)
  }
}

extension DashboardJSON.Service {
  init(_ load: Dashboard.ServiceLoad) {
    self.init(
      key: load.period.key, name: load.period.name, opens: load.period.opens, closes: load.period.closes,
      covers: load.covers, parties: load.parties, maxCovers: load.capacity.covers,
      maxParties: load.capacity.parties)
  }
}
