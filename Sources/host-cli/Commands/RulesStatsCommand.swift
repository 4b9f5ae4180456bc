import ArgumentParser
import BookingHost

/// `rules stats`: what each rule line has done.
struct RulesStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count refusals, warnings and overrides by rule line.",
    discussion: """
      A rule that is overridden nine times in ten is one to think about again. Counts are of whole days at \
      the restaurant; of single slots that were only looked at nothing is counted.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: all of yours).", valueName: "slug"))
  var restaurant: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first day: 2026-11-22 (default: 30 days ago).", valueName: "date"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The last day (default: today).", valueName: "date"))
  var to: String?

  @Option(help: "Only this mode.")
  var mode: String?

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let restaurants =
      try restaurant.map { [try session.memberRestaurant($0)] } ?? session.memberRestaurants(staff)
    let today = Zone.machine.local(session.environment.now()).date
    let first = try day(from, today) ?? today.adding(days: -30)
    let last = try day(to, today)
    let impact = try session.store().read {
      try $0.ruleImpact(restaurantIDs: restaurants.map(\.id), from: first, to: last, mode: mode)
    }
    try session.output.result(["rules": impact.map { RuleImpactJSON($0, zone: .machine) }]) {
      RuleImpactText(impact: impact, style: .standardOutput).text
    }
  }

  private func day(_ text: String?, _ today: CivilDate) throws -> CivilDate? {
    guard let text else { return nil }
    guard let date = HumanDate.read(text, today: today) else { throw Failure.noSuchDate }
    return date
  }
}

/// `rules shadow`: where a candidate that decides in the shadow differs from the live rules.
struct RulesShadowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shadow", abstract: "Show where the rules of serve --shadow differ from the live ones.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("How many differences at most, for each candidate.", valueName: "number"))
  var limit = 200

  func run() throws {
    guard limit > 0 else { throw HostError(.usage, "--limit must be at least 1.", field: "limit") }
    let session = Session(common)
    let own = try session.memberRestaurants(session.staff()).map(\.id)
    let reports = try session.store().read { reader in
      try reader.shadowRuns().map { run in
        (
          run,
          try reader.shadowDifferences(candidate: run.candidate, restaurantIDs: own, limit: limit)
        )
      }
    }
    try session.output.result(["candidates": reports.map { ShadowJSON($0, $1, zone: .machine) }]) {
      ShadowText(reports: reports, style: .standardOutput).text
    }
  }
}
