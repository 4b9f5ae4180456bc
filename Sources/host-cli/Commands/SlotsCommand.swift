import ArgumentParser
import BookingHost

/// `slots`: what the rules say to every start of a service day.
struct SlotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slots", abstract: "Show the times that can be booked on a day.")

  @OptionGroup var common: CommonOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("2026-11-22, today, tomorrow or a weekday.", valueName: "date"))
  var date: String

  @Option(parsing: .unconditional, help: ArgumentHelp("How many people.", valueName: "number"))
  var party: String

  @Option(help: ArgumentHelp("The restaurant's slug (default: the only one it can be).", valueName: "slug"))
  var restaurant: String?

  @Option(help: "Whose rules decide: the name of a file in the rule directory, without .lua.")
  var mode = "ops"

  @Option(help: "Where they would like to sit.")
  var seating: String?

  func run() throws {
    let session = Session(common)
    let desk = try session.desk()
    let policy = try desk.policy(mode)
    let restaurant = try session.restaurant(restaurant, mode: policy)
    let draft = Draft(party: .text(party), seating: seating.map { .text($0) })
    let day = try day(at: restaurant, draft, session)
    let caller: Caller = policy.access == .staff ? .staff(try session.staff()) : .guest
    let slots = try desk.slots(restaurant: restaurant.id, date: day, mode: mode, draft: draft, by: caller)
    try session.output.result(["slots": slots.map { SlotJSON($0) }]) {
      SlotsText(slots: slots, style: .standardOutput).text
    }
  }

  /// The service day asked for. A date or party that is none is told at once, not once for every slot.
  private func day(at restaurant: Restaurant, _ draft: Draft, _ session: Session) throws -> CivilDate {
    let day = HumanDate.read(date, today: try session.today(at: restaurant))
    var asked = draft
    asked[Field.date] = .text(day?.description ?? date)
    let wrong = Plan(asked).issues.filter { $0.field != Field.time }
    guard wrong.isEmpty, let day else { throw Failure.refused(wrong) }
    return day
  }
}
