import ArgumentParser
import BookingHost

/// `bookings`: the list, from today on unless a day is named.
struct BookingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookings", abstract: "List bookings, from today on.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: all of yours).", valueName: "slug"))
  var restaurant: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("One service day: 2026-11-22, today, tomorrow or a weekday.", valueName: "date"))
  var date: String?

  @Option(parsing: .unconditional, help: "Part of a name, email, phone number or reference.")
  var search: String?

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let restaurants =
      try restaurant.map { [try session.memberRestaurant($0)] } ?? session.memberRestaurants(staff)
    let bookings = try restaurants.flatMap { try found(at: $0, session) }
      .sorted { ($0.startsAt, $0.reference) < ($1.startsAt, $1.reference) }
    try session.output.result(["bookings": bookings.map { BookingJSON($0) }]) {
      if bookings.isEmpty { return Style.standardOutput.dim("No bookings.") }
      return BookingListText(
        bookings: bookings, style: .standardOutput, showsRestaurant: restaurants.count > 1
      ).text
    }
  }

  /// Each restaurant has its own today.
  private func found(at restaurant: Restaurant, _ session: Session) throws -> [Booking] {
    let day = try session.serviceDay(date, at: restaurant)
    return try session.store().read {
      try $0.bookings(
        BookingQuery(restaurantIDs: [restaurant.id], from: day, to: date == nil ? nil : day, search: search))
    }
  }
}
