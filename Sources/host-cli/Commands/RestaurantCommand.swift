import ArgumentParser
import BookingHost

/// `restaurant`: who and where a restaurant is, and everything else that is set up about it.
struct RestaurantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restaurant", abstract: "Show or change how a restaurant is set up (managers).",
    discussion: """
      Hours, services and capacity have commands of their own: hours, service, capacity, close and open. Whatever \
      would leave bookings without a place says which, and is done with --yes only.
      """,
    subcommands: [
      RestaurantShowCommand.self, RestaurantSetCommand.self, RestaurantHistoryCommand.self,
    ], defaultSubcommand: RestaurantShowCommand.self)
}

/// `restaurant show`: everything at once.
struct RestaurantShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything that is set up.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  func run() throws {
    let session = Session(common)
    let setup = try session.houseSetup(session.memberRestaurant(place.restaurant))
    try session.output.result(HouseJSON(setup)) { HouseText.setup(setup, style: .standardOutput) }
  }
}

/// `restaurant set`: name, zone, contact.
struct RestaurantSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change name, time zone, phone, email, address or locale.",
    discussion: """
      Guests' replies go to the email, and rules and mails may show the rest. An empty value, as in --phone "", takes \
      phone, email or address away.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Option var name: String?
  @Option(help: ArgumentHelp("By its place: Europe/London.", valueName: "zone")) var timezone: String?
  @Option var phone: String?
  @Option var email: String?
  @Option var address: String?
  @Option(help: "The language of mails and numbers: en-GB.") var locale: String?

  func validate() throws {
    if [name, timezone, phone, email, address, locale].allSatisfy({ $0 == nil }) {
      throw ValidationError("Say what to set: --name, --timezone, --phone, --email, --address or --locale.")
    }
  }

  func run() throws {
    let session = Session(common)
    let edit = DetailsEdit(
      name: name, timezone: timezone, phone: phone, email: email, address: address, locale: locale)
    try session.change(.details(edit), at: session.memberRestaurant(house.restaurant), house)
  }
}

/// `restaurant history`: who changed what.
struct RestaurantHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show who changed what, from what and to what.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  @Option(help: ArgumentHelp("How many changes at most.", valueName: "number"))
  var limit = 20

  func run() throws {
    guard limit > 0 else { throw HostError(.usage, "--limit must be at least 1.", field: "limit") }
    let session = Session(common)
    let place = try session.memberRestaurant(place.restaurant)
    let events = try session.houseControl().history(of: place.id, limit: limit, by: session.caller())
    try session.output.result(["history": events.map { HouseEventJSON($0, zone: place.zone) }]) {
      HouseText.history(events, zone: place.zone, style: .standardOutput)
    }
  }
}
