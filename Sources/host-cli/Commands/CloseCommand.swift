import ArgumentParser
import BookingHost

/// `close`: no new bookings for a while.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Take no bookings that start within some time (managers).",
    discussion: """
      host-cli close --for 60m --reason "Kitchen is full"
      host-cli close --from "2026-12-01 18:00" --to "2026-12-01 20:00"

      It is over when it is over: no other day is touched. End it before with: host-cli open
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Option(name: .customLong("for"), help: ArgumentHelp("From now: 60m, 2h, 1d.", valueName: "time"))
  var length: String?

  @Option(help: ArgumentHelp("19:30, \"fri 19:30\", a date, or now (the default).", valueName: "moment"))
  var from: String?

  @Option(help: ArgumentHelp("Likewise; nothing is closed from then on.", valueName: "moment"))
  var to: String?

  @Option(help: "Why: shown to staff.")
  var reason: String?

  func validate() throws {
    if length != nil, to != nil { throw ValidationError("--for goes without --to.") }
    if length == nil, to == nil { throw ValidationError("Say until when with --for 60m or --to 20:00.") }
  }

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    let now = session.environment.now()
    let from = try from.map { try moment($0, "from", at: restaurant, now: now, after: nil) } ?? now
    let end: Instant
    if let length {
      guard let minutes = HouseInput.minutes(length) else {
        throw HouseRefusal("time_invalid", field: "for", "A time looks like 60m, 2h or 1d.")
      }
      end = from.adding(minutes: minutes)
    } else {
      end = try moment(to ?? "", "to", at: restaurant, now: now, after: from)
    }
    try session.change(.close(from: from, to: end, reason: reason), at: restaurant, house)
  }

  private func moment(
    _ text: String, _ field: String, at restaurant: Restaurant, now: Instant, after: Instant?
  ) throws -> Instant {
    if let moment = MomentText.read(text, zone: restaurant.zone, now: now, after: after) { return moment }
    throw HouseRefusal(
      "moment_invalid", field: field,
      "This must be a moment that the clocks show, such as 19:30, \"2026-12-01 18:00\" or 2026-12-01.")
  }
}

/// `open`: closures end.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Take bookings again after `close` (managers).",
    discussion:
      "Ends what is closed at the moment. What is closed later stays so, unless it is named or --all.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("A closure's number, from restaurant show.", valueName: "closure"))
  var closure: Int?

  @Flag(help: "End every closure, also those still to come.")
  var all = false

  @OptionGroup var place: PlaceOptions

  func validate() throws {
    if all, closure != nil { throw ValidationError("--all goes without a closure's number.") }
  }

  func run() throws {
    let session = Session(common)
    let opening: HouseChange.Opening = all ? .all : closure.map { .closure($0) } ?? .now
    var house = HouseOptions()
    // What is open again strands nobody.
    (house.place, house.yes) = (place, true)
    try session.change(.open(opening), at: session.memberRestaurant(place.restaurant), house)
  }
}
