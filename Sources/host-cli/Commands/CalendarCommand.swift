import ArgumentParser
import BookingHost

/// `calendar`: a restaurant's bookings for calendar programs.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Have calendar programs show a restaurant's bookings (managers).",
    discussion: """
      Whoever has the address sees when how many come, where they sit, and the reference: no names, no contact, no \
      notes. A new link makes the old one useless. See docs/in-and-out.md.
      """,
    subcommands: [CalendarLinkCommand.self, CalendarRevokeCommand.self])
}

/// `calendar link`: makes the address and shows it, once.
struct CalendarLinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Make the calendar's secret address and show it, once.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let restaurant = try session.managedRestaurant(restaurant, by: staff)
    let secret = CalendarSecret.random()
    let address = try session.mailSettings().publicURL.map { $0 + secret.path }
    let now = session.environment.now()
    try session.store().write {
      try $0.linkCalendar(ofRestaurant: restaurant.id, secret, by: staff.id, now: now)
    }
    let link = CalendarLinkJSON(restaurant: restaurant.slug, path: secret.path, url: address)
    try session.output.result(link) {
      let place = address ?? "\(secret.path) on your server (say http.public_url to have it whole)"
      return """
        \(place)
        Subscribe to it in a calendar program. It is not shown again; another link takes its place.
        """
    }
  }
}

/// `calendar revoke`: takes the address away.
struct CalendarRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take the calendar's address away.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let restaurant = try session.managedRestaurant(restaurant, by: staff)
    let now = session.environment.now()
    let hadOne = try session.store().write {
      try $0.revokeCalendar(ofRestaurant: restaurant.id, by: staff.id, now: now)
    }
    guard hadOne else {
      throw HostError(.notFound, "The calendar of \(restaurant.slug) has no address.", field: "restaurant")
    }
    try session.output.result(["revoked": restaurant.slug]) { "The address opens nothing any more." }
  }
}

private struct CalendarLinkJSON: Encodable {
  var restaurant: String
  var path: String
  @OrNull var url: String?
}
