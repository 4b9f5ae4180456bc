import ArgumentParser
import BookingHost

/// `service`: lunch, dinner.
struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "Show or change service periods (managers).",
    discussion: """
      host-cli service set dinner --days mon-sat --hours 17:30-23:00 --covers 40
      host-cli service set dinner --parties 14
      host-cli service remove brunch

      Turn times and last orders are the rules': time.duration_minutes and time.last_seating_minutes.
      """,
    subcommands: [ServiceListCommand.self, ServiceSetCommand.self, ServiceRemoveCommand.self],
    defaultSubcommand: ServiceListCommand.self)
}

/// `service list`: each with its days, hours and capacity.
struct ServiceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List services with their days, hours and capacity.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  func run() throws {
    let session = Session(common)
    let setup = try session.houseSetup(session.memberRestaurant(place.restaurant))
    try session.output.result(["services": HouseJSON(setup).services]) {
      HouseText.services(setup, style: .standardOutput)
    }
  }
}

/// `service set`: a new service, or another shape for one that is there.
struct ServiceSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Add a service, or change one.",
    discussion: "What is left out stays as it is. A new service needs --hours.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: ArgumentHelp("What rules and programs call it: dinner.", valueName: "key"))
  var key: String

  @Option(help: "What people call it.")
  var name: String?

  @Option(help: ArgumentHelp("mon-sat, fri,sat or daily.", valueName: "days"))
  var days: String?

  @Option(help: ArgumentHelp("17:30-23:00, or 22:00-02:00.", valueName: "hours"))
  var hours: String?

  @Option(help: ArgumentHelp("The most covers, or unlimited.", valueName: "number"))
  var covers: String?

  @Option(help: ArgumentHelp("The most parties, or unlimited.", valueName: "number"))
  var parties: String?

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    let edit = ServiceEdit(
      name: name, weekdays: try days.map(HouseInput.days), hours: try hours.map(HouseInput.hours),
      capacity: try HouseInput.capacity(covers: covers, parties: parties))
    try session.change(.service(key: key, edit), at: restaurant, house)
  }
}

/// `service remove`: it is not held any more.
struct ServiceRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a service away.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: ArgumentHelp("The service's key, from service list.", valueName: "key"))
  var key: String

  func run() throws {
    let session = Session(common)
    try session.change(.removeService(key: key), at: session.memberRestaurant(house.restaurant), house)
  }
}
