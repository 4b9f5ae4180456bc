import ArgumentParser
import BookingHost

/// `rules bench`: how fast a mode decides, whole decisions on one core. Needs no store.
struct RulesBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast the rules decide.",
    discussion: "Whole decisions, facts in and verdict out, on one core, over a spread of drafts.")

  @OptionGroup var common: CommonOptions

  @Option(help: "The mode to measure.")
  var mode: String = "ops"

  @Option(help: "How many decisions to make.")
  var count: Int = 20_000

  func run() throws {
    guard count > 0 else {
      throw Failure.error(.usage, code: .usage, "--count must be at least 1.", field: "count")
    }
    let rules = try RuleBook(directory: common.rules)
    guard rules.modeNames.contains(mode) else {
      let known = Words.list(rules.modeNames)
      throw Failure.error(
        .usage, code: .usage, "There is no mode \"\(mode)\"; there are: \(known).", field: "mode")
    }
    let figures = BenchJSON(try measure(rules))
    try Output(common.format).result(figures) { text(figures) }
  }

  /// The time of each decision. A first round, not counted, fills caches.
  private func measure(_ rules: RuleBook) throws -> [Duration] {
    let scenarios = Workload.scenarios(mode: mode)
    let clock = ContinuousClock()
    for (draft, facts) in scenarios { _ = try rules.decide(mode: mode, draft: draft, facts: facts) }
    var times: [Duration] = []
    times.reserveCapacity(count)
    for index in 0..<count {
      let (draft, facts) = scenarios[index % scenarios.count]
      let began = clock.now
      _ = try rules.decide(mode: mode, draft: draft, facts: facts)
      times.append(clock.now - began)
    }
    return times
  }

  private func text(_ figures: BenchJSON) -> String {
    Table(
      rows: [
        ["decisions a second", String(Int(figures.decisionsPerSecond.rounded()))],
        ["half are done within", microseconds(figures.p50ns)],
        ["99 in 100 within", microseconds(figures.p99ns)],
        ["999 in 1000 within", microseconds(figures.p999ns)],
      ], right: [1]
    ).text
  }

  private func microseconds(_ nanoseconds: Int) -> String {
    "\(nanoseconds / 1000).\(nanoseconds / 100 % 10) µs"
  }
}
