import ArgumentParser
import BookingHost

/// `rules refusals`: what was refused of late, to be explained.
struct RulesRefusalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refusals", abstract: "List recent attempts to book that were refused.",
    discussion: """
      The newest 5,000 of the last 30 days are kept for each restaurant, without names, addresses or notes. \
      To see why one was refused: rules explain --decision ID
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: all of yours).", valueName: "slug"))
  var restaurant: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The day they were made on: 2026-11-22, today or a weekday.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("How many, 1 to 5000.", valueName: "number"))
  var limit = 20

  func validate() throws {
    guard (1...5000).contains(limit) else { throw ValidationError("--limit must be from 1 to 5000.") }
  }

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let restaurants =
      try restaurant.map { [try session.memberRestaurant($0)] } ?? session.memberRestaurants(staff)
    let attempts = try restaurants.flatMap { try made(at: $0, session) }
      .sorted { ($0.decision.createdAt, $0.decision.id) > ($1.decision.createdAt, $1.decision.id) }
      .prefix(limit)
    try session.output.result(["refusals": attempts.map { RefusedAttemptJSON($0) }]) {
      RefusedAttemptsText(
        attempts: Array(attempts), showsRestaurant: restaurants.count > 1, style: .standardOutput
      ).text
    }
  }

  /// Each restaurant has its own today. A weekday is the last such day: what was refused is past.
  private func made(at restaurant: Restaurant, _ session: Session) throws -> [RefusedAttempt] {
    let today = restaurant.zone.local(session.environment.now()).date
    let day = try date.map { text -> CivilDate in
      guard let read = HumanDate.read(text, today: today) else { throw Failure.noSuchDate }
      return read > today && CivilDate(text) == nil ? read.adding(days: -7) : read
    }
    return try session.store().read {
      try $0.refusedAttempts(at: [restaurant], on: day, limit: limit)
    }
  }
}
