/// The calendar that the kitchen's programs subscribe to.
struct SettingsCalendarPages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    let path = SettingsPart.calendar.path
    return [Endpoint("GET", path, .blocking(show)), Endpoint("POST", path, .blocking(submit))]
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.opsPage(exchange) { visitor in
      try page(services.managedPlace(visitor, exchange), done: exchange.query["done"])
    }
  }

  @Sendable private func submit(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let place = try services.managedPlace(visitor, exchange, changing: true)
      let now = services.desk.environment.now()
      let secret = CalendarSecret.random()
      let isLink = form["do"] == "link"
      try services.store.write { writer in
        let member = try HouseControl.admit(
          visitor.caller, to: place.restaurant.id, least: .manager, writer)
        if isLink {
          try writer.linkCalendar(ofRestaurant: member.restaurantID, secret, by: member.staffID, now: now)
        } else {
          _ = try writer.revokeCalendar(ofRestaurant: member.restaurantID, by: member.staffID, now: now)
        }
      }
      // The address is shown once: the store knows its hash only.
      if isLink { return try page(place, link: services.ownAddress(exchange) + secret.path) }
      return .seeOther(place.address(SettingsPart.calendar.path, [("done", "calendar")]))
    }
  }

  private func page(_ place: OpsPlace, done: String? = nil, link: String? = nil) throws -> Reply {
    let since = try services.store.read { try $0.calendarLinkedAt(ofRestaurant: place.restaurant.id) }
    let page = SettingsCalendarPage(place, since: since, done: done, link: link)
    let reply = Reply.page(place.shell.templates.html("settings-calendar", page))
    return link == nil ? reply : reply.uncached
  }
}

struct SettingsCalendarPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var since: String?
  var link: String?
  var create: String

  init(_ place: OpsPlace, since: Instant?, done: String?, link: String?) {
    let words = place.shell.words
    chrome = .settings(place, at: .calendar, done: done)
    (frame, t) = (place.frame(title: chrome.title, at: .settings, path: chrome.path), words)
    action = place.address(SettingsPart.calendar.path)
    let dates = place.shell.dates(place.restaurant.zone)
    self.since = since.map { words("settings_calendar_since", ["at": dates.moment($0)]) }
    self.link = link
    create = words(since == nil ? "settings_calendar_create" : "settings_calendar_renew")
  }
}
