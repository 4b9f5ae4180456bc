import ArgumentParser
import BookingHost

/// `capacity`: how much fits.
struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity", abstract: "Show or change seats, and what services hold (managers).",
    discussion: """
      host-cli capacity seats 44
      host-cli capacity set dinner --covers 50 --on fri
      host-cli capacity set dinner --covers 30 --on 2026-12-24
      host-cli capacity usual dinner --on fri
      """,
    subcommands: [
      CapacityShowCommand.self, CapacitySeatsCommand.self, CapacitySetCommand.self,
      CapacityUsualCommand.self,
    ], defaultSubcommand: CapacityShowCommand.self)
}

/// `capacity show`: seats, and services with what they hold.
struct CapacityShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show seats, and what services hold.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  func run() throws {
    let session = Session(common)
    let setup = try session.houseSetup(session.memberRestaurant(place.restaurant))
    try session.output.result(CapacityJSON(HouseJSON(setup))) {
      let seats = setup.restaurant.seats.map { "\($0) at once" } ?? "not counted"
      return "Seats: \(seats)\n" + HouseText.services(setup, style: .standardOutput)
    }
  }
}

private struct CapacityJSON: Encodable {
  @OrNull var seats: Int?
  var services: [ServiceJSON]

  init(_ house: HouseJSON) {
    services = house.services
    seats = house.seats
  }
}

/// `capacity seats`: how many covers sit at once.
struct CapacitySeatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seats", abstract: "Set how many covers can sit at once.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: "A number, or unlimited.")
  var seats: String

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    guard case .most(let number) = try HouseInput.limit(seats, field: "seats") else {
      return try session.change(.seats(nil), at: restaurant, house)
    }
    try session.change(.seats(number), at: restaurant, house)
  }
}

/// `capacity set`: what a service holds, always or on a day.
struct CapacitySetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set what a service holds, always or on a weekday or date.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: ArgumentHelp("The service's key, from service list.", valueName: "key"))
  var key: String

  @Option(help: ArgumentHelp("The most covers, or unlimited.", valueName: "number"))
  var covers: String?

  @Option(help: ArgumentHelp("The most parties, or unlimited.", valueName: "number"))
  var parties: String?

  @Option(help: ArgumentHelp("Only on this weekday (fri) or date (2026-12-24).", valueName: "day"))
  var on: String?

  func validate() throws {
    if covers == nil, parties == nil { throw ValidationError("Say what it holds: --covers or --parties.") }
  }

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    let edit = try HouseInput.capacity(covers: covers, parties: parties)
    guard let on else {
      // Not a way to add a service: one that is misspelt must be found out.
      _ = try session.houseSetup(restaurant).requireService(key)
      return try session.change(.service(key: key, ServiceEdit(capacity: edit)), at: restaurant, house)
    }
    try session.change(.capacity(key: key, CapacityDay(reading: on), edit), at: restaurant, house)
  }
}

/// `capacity usual`: nothing special on a day any more.
struct CapacityUsualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "usual", abstract: "Have a service hold what it usually does on a weekday or date.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: ArgumentHelp("The service's key, from service list.", valueName: "key"))
  var key: String

  @Option(help: ArgumentHelp("The weekday (fri) or date (2026-12-24).", valueName: "day"))
  var on: String

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    try session.change(.capacity(key: key, CapacityDay(reading: on), nil), at: restaurant, house)
  }
}
