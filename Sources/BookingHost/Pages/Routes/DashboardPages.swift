/// A restaurant's service day, for staff.
struct DashboardPages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  static let path = "/ops"

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", DashboardPages.path, .blocking(show)),
      Endpoint("POST", DashboardPages.path, .blocking(search)),
    ]
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.opsPage(exchange) { visitor in
      let place = try services.place(visitor, exchange.query["restaurant"])
      return .page(try page(place, exchange.query.date("date"), booked: exchange.query["booked"]))
    }
  }

  /// What is searched for is somebody's name or number, and so is posted: addresses are kept by browsers and logs.
  @Sendable private func search(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let place = try services.place(visitor, form["restaurant"])
      return .page(try page(place, form["date"].flatMap { CivilDate($0) }, search: form["q"]))
    }
  }

  private func page(
    _ place: OpsPlace, _ date: CivilDate?, booked: String? = nil, search: String? = nil
  ) throws -> String {
    try services.limits.take(.opsList, "\(place.visitor.staff.id)/\(place.restaurant.id)")
    let id = place.restaurant.id
    // Before the day is read: what happens meanwhile is told again.
    let seen = try services.store.read { try EventPosition(latest: $0) }
    let dashboard = try services.desk.dashboard(restaurant: id, date: date, by: place.visitor.caller)
    var page = DashboardPage(dashboard, place, seen: seen)
    if let booked,
      let booking = try services.store.read({
        try $0.booking(reference: booked, restaurantIDs: [id])
      })
    {
      page.booked = page.notice(of: booking, place)
    }
    if let search { page.search = try found(search, dashboard, place, page.rowMaker) }
    return place.shell.templates.html("dashboard", page)
  }

  // MARK: Searching

  private static let most = 30
  /// How far back is looked, in days.
  private static let past = 60

  private func found(
    _ text: String, _ dashboard: Dashboard, _ place: OpsPlace, _ maker: DashboardRow.Maker
  ) throws -> DashboardPage.Search {
    let today = dashboard.today
    var query = BookingQuery(
      restaurantIDs: [place.restaurant.id], from: today, search: text, limit: DashboardPages.most)
    let ahead = try services.store.read { try $0.bookings(query) }
    (query.from, query.to, query.limit) = (
      today.adding(days: -DashboardPages.past), today.adding(days: -1), nil
    )
    let behind = try services.store.read { try $0.bookings(query) }.suffix(DashboardPages.most).reversed()
    let words = place.shell.words
    return DashboardPage.Search(
      title: words.count("search_found", ahead.count + behind.count, ["text": text]),
      rows: (ahead + behind).map { maker.row($0, isDated: true) })
  }
}
