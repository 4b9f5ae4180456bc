import ArgumentParser
import BookingHost

/// `rules replay`: what an edit would have decided otherwise, and whom it would strand.
struct RulesReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Make every stored decision again by other rules, and compare.",
    discussion: """
      Bookings that were made and attempts that were refused are decided again by the candidate, from what \
      was known then. Future bookings that the candidate would refuse are listed: those guests should be \
      rung up. Nothing is changed. For managers.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("The rule directory to try, or a stored revision.", valueName: "dir"),
    completion: .directory)
  var candidate: String

  @Option(help: ArgumentHelp("The restaurant's slug (default: all of yours).", valueName: "slug"))
  var restaurant: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only decisions from this day on: 2026-11-22, today or yesterday.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only the newest so many of each restaurant.", valueName: "number"))
  var limit: Int?

  @Flag(help: "Exit with 2 when anything differs.")
  var failOnChange = false

  func run() throws {
    if let limit, limit < 1 {
      throw Failure.error(.usage, code: .usage, "--limit must be at least 1.", field: "limit")
    }
    let session = Session(common)
    let restaurants = try session.managedRestaurants(restaurant)
    let rules = try session.rules(named: candidate)
    let replay = RuleReplay(store: try session.store(), candidate: rules)
    let tally = try decided(replay, try selection(restaurants, session))
    let stranded = try Progress.saying("Looking for future bookings that would be refused") {
      try replay.stranded(atRestaurants: restaurants.map(\.id), now: session.environment.now())
    }
    let found = RulesReplayJSON(
      tally, stranded, revision: rules.revision,
      slugs: Dictionary(uniqueKeysWithValues: restaurants.map { ($0.id, $0.slug) }))
    try session.output.result(found) { ReplayText(found, style: .standardOutput).text }
    if failOnChange, tally.hasChanges || stranded.count > 0 { throw Failure.told(.refused) }
  }

  private func decided(_ replay: RuleReplay, _ selection: RuleReplay.Selection) throws -> ReplayTally {
    let progress = CountProgress("decisions", of: try replay.count(selection))
    defer { progress.end() }
    return try replay.run(selection) { progress.add($0) }
  }

  private func selection(_ restaurants: [Restaurant], _ session: Session) throws -> RuleReplay.Selection {
    var selection = RuleReplay.Selection(restaurantIDs: restaurants.map(\.id), limit: limit)
    guard let since else { return selection }
    for restaurant in restaurants {
      let today = restaurant.zone.local(session.environment.now()).date
      guard let date = day(since, today: today) else { throw Failure.noSuchDate }
      selection.since[restaurant.id] = restaurant.zone.beginning(of: date)
    }
    return selection
  }

  private func day(_ text: String, today: CivilDate) -> CivilDate? {
    switch Text.trimmed(text).lowercased() {
    case "today": today
    case "yesterday": today.adding(days: -1)
    case let word: CivilDate(word)
    }
  }
}

extension Session {
  /// The restaurants that someone manages: one by its name, else all of theirs.
  fileprivate func managedRestaurants(_ name: String?) throws -> [Restaurant] {
    let staff = try staff()
    let own = try name.map { [try memberRestaurant($0)] } ?? memberRestaurants(staff)
    let managed = try own.filter { try role(of: .staff(staff), at: $0) >= .manager }
    guard !managed.isEmpty else {
      throw HostError(
        .notAllowed,
        own.isEmpty ? "You are not a member of any restaurant." : "Only managers may replay decisions.",
        field: "restaurant")
    }
    return managed
  }
}
