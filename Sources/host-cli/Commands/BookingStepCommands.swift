import ArgumentParser
import BookingHost

// The steps in the life of a booking, a command each.

/// What every step takes.
struct StepOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The booking's reference.", valueName: "ref"))
  var reference: String

  @Option(parsing: .unconditional, help: "Why, for whoever asks later.")
  var reason: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why a rule that allows it should be overridden.", valueName: "reason"))
  var overrideReason: String?

  @Option(help: ArgumentHelp("Only if the booking is still at this version.", valueName: "number"))
  var version: Int?

  /// Has the booking take a step, and says what came of it.
  func take(_ step: BookingStep, table: String? = nil) throws {
    let session = Session(common)
    let caller = Caller.staff(try session.staff())
    let request = StepRequest(
      reference: reference, step: step, reason: reason, table: table, overrideReason: overrideReason,
      version: version)
    try session.finish(session.desk().take(request, by: caller))
  }
}

struct BookingConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm a booking.",
    discussion: """
      One that is to be confirmed; one that was cancelled, if there is still room; or one that was entered as a \
      no-show on the same service day.
      """)

  @OptionGroup var options: StepOptions

  func run() throws { try options.take(.to(.confirmed)) }
}

struct BookingCheckInCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-in", abstract: "Note that the guests have come.")

  @OptionGroup var options: StepOptions

  @Option(parsing: .unconditional, help: "Where they sit, in the house's own words.")
  var table: String?

  func run() throws { try options.take(.to(.checkedIn), table: table) }
}

struct BookingCompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Note that the guests have gone.")

  @OptionGroup var options: StepOptions

  func run() throws { try options.take(.to(.completed)) }
}

struct BookingNoShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "no-show", abstract: "Note that the guests have not come.")

  @OptionGroup var options: StepOptions

  func run() throws { try options.take(.to(.noShow)) }
}

struct BookingCancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "cancel", abstract: "Cancel a booking.")

  @OptionGroup var options: StepOptions

  func run() throws { try options.take(.to(.cancelled)) }
}

struct BookingUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last step back, on the service day on which it was made.")

  @OptionGroup var options: StepOptions

  func run() throws { try options.take(.undo) }
}
