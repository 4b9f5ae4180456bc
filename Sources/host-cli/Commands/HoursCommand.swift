import ArgumentParser
import BookingHost

/// `hours`: when a restaurant is open.
struct HoursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours", abstract: "Show or change opening hours (managers).",
    discussion: """
      host-cli hours set fri,sat 12:00-02:00      open till two at night
      host-cli hours set mon closed
      host-cli hours except 2026-12-25 closed --reason Christmas
      host-cli hours remove 2026-12-25            as any Friday again
      """,
    subcommands: [
      HoursShowCommand.self, HoursSetCommand.self, HoursExceptCommand.self, HoursRemoveCommand.self,
    ], defaultSubcommand: HoursShowCommand.self)
}

/// `hours show`: the week, and the dates that differ.
struct HoursShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the week, and the dates that differ.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  func run() throws {
    let session = Session(common)
    let setup = try session.houseSetup(session.memberRestaurant(place.restaurant))
    try session.output.result(HoursJSON(HouseJSON(setup))) {
      HouseText.hours(setup, style: .standardOutput)
    }
  }
}

private struct HoursJSON: Encodable {
  var hours: [String: String]
  var exceptions: [DatedHoursJSON]

  init(_ house: HouseJSON) { (hours, exceptions) = (house.hours, house.exceptions) }
}

/// `hours set`: weekdays, every week.
struct HoursSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set the hours of weekdays.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: ArgumentHelp("fri, mon-thu, fri,sat or daily.", valueName: "days"))
  var days: String

  @Argument(help: ArgumentHelp("12:00-23:00, 18:00-02:00 or closed.", valueName: "hours"))
  var hours: String

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    let (days, hours) = try (HouseInput.days(days), HouseInput.hours(hours))
    let week = Dictionary(uniqueKeysWithValues: days.map { ($0, hours) })
    try session.change(.weekly(week), at: restaurant, house)
  }
}

/// `hours except`: one date.
struct HoursExceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "except", abstract: "Set the hours of one date, whatever its weekday's are.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: ArgumentHelp("2026-12-25, tomorrow or fri.", valueName: "date"))
  var date: String

  @Argument(help: ArgumentHelp("12:00-16:00 or closed.", valueName: "hours"))
  var hours: String

  @Option(help: "Why: shown wherever the date is.")
  var reason: String?

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    var hours = try HouseInput.hours(hours)
    hours.label = reason
    let date = try session.serviceDay(date, at: restaurant)
    try session.change(.exception(date, hours), at: restaurant, house)
  }
}

/// `hours remove`: a date is as any other again.
struct HoursRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Have a date be like any other of its weekday again.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var house: HouseOptions

  @Argument(help: ArgumentHelp("2026-12-25, tomorrow or fri.", valueName: "date"))
  var date: String

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(house.restaurant)
    let date = try session.serviceDay(date, at: restaurant)
    try session.change(.exception(date, nil), at: restaurant, house)
  }
}
