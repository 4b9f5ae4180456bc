import ArgumentParser
import BookingHost

/// `waitlist`: parties who wait for a table.
struct WaitlistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waitlist", abstract: "See who waits for a table, and see to them.",
    subcommands: [
      WaitlistListCommand.self, WaitlistAddCommand.self, WaitlistCallCommand.self, WaitlistSeatCommand.self,
      WaitlistLeaveCommand.self, WaitlistBackCommand.self,
    ], defaultSubcommand: WaitlistListCommand.self)
}

struct WaitlistListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List who waits today, in their order.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?

  @Flag(help: "Also those who were seated or have left.")
  var all = false

  func run() throws {
    let session = Session(common)
    let list = try session.desk().waitlist(
      restaurant: session.memberRestaurant(restaurant).id, all: all, by: .staff(session.staff()))
    try session.output.result(WaitlistJSON(list)) { WaitlistText(list, style: .standardOutput).text }
  }
}

struct WaitlistAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put a party on the list.",
    discussion: "Says how long it will take. Who may wait, and for how long, is for the rules to say.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("How many people.", valueName: "number"))
  var party: String?

  @Option(parsing: .unconditional, help: "The guest's name.")
  var name: String?

  @Option(parsing: .unconditional, help: "The guest's email: where they are told that the table is ready.")
  var email: String?

  @Option(parsing: .unconditional, help: "The guest's phone number: to ring them.")
  var phone: String?

  @Option(parsing: .unconditional, help: "Anything the kitchen or the floor should know.")
  var notes: String?

  @Option(parsing: .unconditional, help: "Where they would like to sit.")
  var seating: String?

  @Option(help: "Whose rules decide: the name of a file in the rule directory, without .lua.")
  var mode = "ops"

  func run() throws {
    let session = Session(common)
    func text(_ value: String?) -> Answer? { value.map { .text($0) } }
    let draft = Draft(
      party: text(party), name: text(name), email: text(email), phone: text(phone), notes: text(notes),
      seating: text(seating))
    let request = WaitRequest(
      restaurant: try session.memberRestaurant(restaurant).id, mode: mode, draft: draft)
    switch try session.desk().wait(request, by: .staff(session.staff())) {
    case .added(let place): try session.show(place)
    case .refused(let refusal): throw Failure(status: .refused, report: .refused(refusal))
    }
  }
}

/// What every step of a party takes.
struct WaitlistStepOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The party: W7 on the list.", valueName: "id"))
  var entry: String

  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?

  @Option(help: ArgumentHelp("Only if the entry is still at this version.", valueName: "number"))
  var version: Int?

  func request(_ step: WaitlistStep) -> WaitlistStepRequest {
    WaitlistStepRequest(entry, restaurant: restaurant, step: step, version: version)
  }

  /// Has the party take the step, and says what came of it.
  func take(_ request: WaitlistStepRequest, _ approval: ApprovalOptions? = nil) throws {
    let session = Session(common)
    var caller = Caller.staff(try session.staff())
    if let approval { caller = try session.caller(caller, approval) }
    switch try session.desk().take(request, by: caller) {
    case .made(let place, let booking): try session.show(place, booking: booking)
    case .refused(let refusal): throw Failure(status: .refused, report: .refused(refusal))
    }
  }
}

struct WaitlistCallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Tell a party that its table is ready.",
    discussion: "By email where there is an address; staff are told to ring where there is a number.")

  @OptionGroup var options: WaitlistStepOptions

  func run() throws { try options.take(options.request(.call)) }
}

struct WaitlistBackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "back", abstract: "Put a party that was called and did not come back in its place, once.")

  @OptionGroup var options: WaitlistStepOptions

  func run() throws { try options.take(options.request(.back)) }
}

struct WaitlistLeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: "Take a party off the list.")

  @OptionGroup var options: WaitlistStepOptions

  @Option(parsing: .unconditional, help: "Why, for whoever asks later.")
  var reason: String?

  func run() throws {
    var request = options.request(.leave)
    request.reason = reason
    try options.take(request)
  }
}

struct WaitlistSeatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seat", abstract: "Seat a party: a walk-in, booked for this very minute.")

  @OptionGroup var options: WaitlistStepOptions

  @Option(parsing: .unconditional, help: "Where they sit, in the house's own words.")
  var table: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An answer to a question of the mode's own; repeatable.", valueName: "key=value"))
  var answer: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why a rule that allows it should be overridden.", valueName: "reason"))
  var overrideReason: String?

  @OptionGroup var approval: ApprovalOptions

  func run() throws {
    var request = options.request(.seat)
    request.table = table
    request.answers = try DetailOptions.answers(answer)
    request.overrideReason = overrideReason
    try options.take(request, approval)
  }
}
