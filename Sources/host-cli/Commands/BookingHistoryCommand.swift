import ArgumentParser
import BookingHost

/// `booking history`: who did what to a booking, and when.
struct BookingHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show what has been done to a booking.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The booking's reference.", valueName: "ref"))
  var reference: String

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let own = try session.memberRestaurants(staff).map(\.id)
    let (booking, history) = try session.store().read { reader in
      guard let booking = try reader.booking(reference: reference, restaurantIDs: own) else {
        throw HostError(.notFound, "There is no booking \(reference).", field: "reference")
      }
      return (booking, try reader.history(ofBooking: booking.id))
    }
    try session.output.result(HistoryJSON(booking, history)) {
      HistoryText(booking: booking, history: history, style: .standardOutput).text
    }
  }
}
