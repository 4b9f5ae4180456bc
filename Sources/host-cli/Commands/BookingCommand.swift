import ArgumentParser

/// `booking`: one booking.
struct BookingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "booking", abstract: "Look at one booking.", subcommands: [BookingShowCommand.self])
}
