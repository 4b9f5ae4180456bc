/// Calendars that others subscribe to, at addresses that nobody can guess.
struct CalendarRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [Endpoint("GET", "/calendar/{secret}.ics", .blocking(show))]
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.open, exchange.address)
    let now = services.desk.environment.now()
    let secret = CalendarSecret(text: exchange.parameter("secret"))
    let calendar = try services.store.read { reader -> KitchenCalendar? in
      guard let restaurant = try reader.restaurant(ofCalendar: secret.hash) else { return nil }
      let today = restaurant.zone.local(now).date
      return KitchenCalendar(
        restaurant: restaurant,
        entries: try reader.calendarEntries(
          ofRestaurant: restaurant.id, from: today.adding(days: -KitchenCalendar.daysBefore),
          to: today.adding(days: KitchenCalendar.daysAfter)))
    }
    // One answer for an address that never was and one that was taken away.
    guard let calendar else { throw Problem.notFound("There is nothing at this address.") }
    return CalendarRoutes.reply(calendar.text, knows: exchange.headers.all("If-None-Match"))
  }

  /// The file, or that it has not changed.
  private static func reply(_ text: String, knows tags: [String]) -> Reply {
    let tag = "\"\(Digest.hex(Digest.sha256(text)).prefix(32))\""
    let known = tags.flatMap { $0.split(separator: ",") }.map { Text.trimmed(String($0)) }
    let isKnown = known.contains { $0 == "*" || $0 == tag || $0 == "W/" + tag }
    let reply = isKnown ? Reply(304) : Reply.text(text, type: "text/calendar; charset=utf-8")
    return reply.with("ETag", tag).with("Cache-Control", "private, no-cache")
  }
}
