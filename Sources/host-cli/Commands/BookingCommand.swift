import ArgumentParser

/// `booking`: one booking.
struct BookingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "booking", abstract: "See to one booking.",
    subcommands: [
      BookingShowCommand.self, BookingHistoryCommand.self, BookingChangeCommand.self,
      BookingConfirmCommand.self,
      BookingCheckInCommand.self, BookingCompleteCommand.self, BookingNoShowCommand.self,
      BookingCancelCommand.self, BookingUndoCommand.self,
    ])
}
