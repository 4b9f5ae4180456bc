import ArgumentParser
import BookingHost

/// `dashboard`: one service day at a glance.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Show how full a day is, and who comes.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A service day: 2026-11-22, today, tomorrow or a weekday.", valueName: "date"))
  var date: String?

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(restaurant)
    let today = try session.today(at: restaurant)
    let day = try session.serviceDay(date, at: restaurant)
    let dashboard = try session.desk().dashboard(
      restaurant: restaurant.id, date: day, by: .staff(session.staff()))
    try session.output.result(DashboardJSON(dashboard)) {
      DashboardText(dashboard: dashboard, style: .standardOutput, today: today).text
    }
  }
}
