import ArgumentParser
import BookingHost

/// `booking show`: everything there is to know of a booking.
struct BookingShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a booking by its reference.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The booking's reference.", valueName: "ref"))
  var reference: String

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let own = try session.memberRestaurants(staff).map(\.id)
    guard let booking = try session.store().read({ try $0.booking(reference: reference, restaurantIDs: own) })
    else { throw HostError(.notFound, "There is no booking \(reference).", field: "reference") }
    try session.output.result(BookingJSON(booking)) { BookingText(booking, style: .standardOutput).detail }
  }
}
