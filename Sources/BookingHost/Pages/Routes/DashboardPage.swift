/// One service day as a page.
struct DashboardPage {
  var frame: PageFrame
  var t: PageWords
  /// The restaurant's slug.
  var restaurant: String
  var restaurantID: String
  /// How far this page has seen what happens.
  var seen: String
  var locale: String
  var zone: String
  /// `Friday 27 November`
  var day: String
  var date: String
  var isToday: Bool
  /// Where this page is to be had again.
  var here: String
  var previous: String
  var next: String
  var today: String
  var new: String
  var totals: [Total]
  var charts: [ServiceChart]
  var rows: [DashboardRow]
  var isEmpty: Bool
  /// What is the matter with the rules.
  var trouble: String?
  var booked: Booked?
  var search: Search?
  /// Who waits for a table; on the day that is on.
  var waitlist: WaitlistView?
  let rowMaker: DashboardRow.Maker

  struct Total {
    var label: String
    var count: Int
    /// `good`, `warn`, `bad`, or nothing.
    var tone: String
  }

  /// A booking that has just been made.
  struct Booked {
    var text: String
    var address: String
    var another: String
  }

  struct Search {
    var title: String
    var rows: [DashboardRow]
  }

  init(_ dashboard: Dashboard, _ place: OpsPlace, seen: EventPosition) {
    let words = place.shell.words
    let dates = place.shell.dates(dashboard.restaurant.zone)
    let date = dashboard.date
    isToday = date == dashboard.today
    day = dates.day(date, today: dashboard.today)
    frame = place.frame(title: day, at: isToday ? .today : nil)
    frame.switch = place.switch(
      to: DashboardPages.path, carrying: isToday ? [] : [("date", date.description)])
    frame.scripts.append(place.shell.templates.assets.address("dashboard.js"))
    t = words
    restaurant = place.restaurant.slug
    restaurantID = place.restaurant.id
    self.seen = seen.description
    locale = place.shell.locale
    zone = place.restaurant.zone.identifier
    self.date = date.description
    func address(_ date: CivilDate) -> String { place.address(DashboardPages.path, [("date", "\(date)")]) }
    previous = address(date.adding(days: -1))
    next = address(date.adding(days: 1))
    today = place.address(DashboardPages.path)
    here = isToday ? today : address(date)
    new = place.address(
      OpsPlace.Place.new.path, date > dashboard.today ? [("date", date.description)] : [])
    totals = DashboardPage.totals(dashboard.totals, words)
    charts = ServiceChart.all(dashboard, dates, words)
    let maker = DashboardRow.Maker(dashboard, dates, words, csrf: place.visitor.csrfToken)
    rowMaker = maker
    rows = dashboard.bookings.map { maker.row($0) }
    isEmpty = dashboard.bookings.isEmpty
    waitlist = dashboard.waitlist.map { WaitlistView($0, place, dates) }
    trouble = DashboardPage.trouble(dashboard.rules, words)
  }

  private static func totals(_ totals: Dashboard.Totals, _ words: PageWords) -> [Total] {
    func count(_ status: BookingStatus) -> Int { totals.byStatus[status] ?? 0 }
    let always = [
      Total(label: words("total_covers"), count: totals.covers, tone: ""),
      Total(label: words("total_bookings"), count: totals.all, tone: ""),
      Total(label: words("total_upcoming"), count: totals.upcoming, tone: ""),
      Total(label: words("total_seated"), count: count(.checkedIn), tone: "good"),
    ]
    let sometimes: [(BookingStatus, String)] = [
      (.pending, "warn"), (.completed, ""), (.noShow, "bad"), (.cancelled, ""),
    ]
    return always
      + sometimes.filter { count($0.0) > 0 }.map {
        Total(label: words("total_\($0.0.rawValue)"), count: count($0.0), tone: $0.1)
      }
  }

  private static func trouble(_ rules: RuleNotice, _ words: PageWords) -> String? {
    if rules.rejected != nil { return words("rules_rejected") }
    return rules.failures.isEmpty ? nil : words("rules_failing")
  }

  func notice(of booking: Booking, _ place: OpsPlace) -> Booked {
    let key = booking.status == .confirmed ? "booked_notice" : "booked_notice_\(booking.status.rawValue)"
    return Booked(
      text: t(key, ["what": rowMaker.line(booking)]),
      address: place.address(OpsBookingPages.path(booking.reference)),
      another: place.address(OpsPlace.Place.new.path))
  }
}
