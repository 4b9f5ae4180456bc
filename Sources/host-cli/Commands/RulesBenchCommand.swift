import ArgumentParser
import BookingHost
import Foundation

/// `rules bench`: how fast a mode decides, and what its functions cost. Needs no store.
struct RulesBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast the rules decide.",
    discussion: """
      Whole decisions, facts in and verdict out, over a spread of drafts: on one core, on all of them, and how \
      much of the time each function of the mode takes.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The mode to measure.")
  var mode: String = "ops"

  @Option(help: "How many decisions to make, on each core.")
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
    let figures = try measure(DecisionBench(rules, mode: mode))
    try Output(common.format).result(figures) { BenchText.text(figures, mode: mode) }
  }

  private func measure(_ bench: DecisionBench) throws -> BenchJSON {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return BenchJSON(
      try bench.oneCore(count: count), cores: cores,
      decisionsPerSecond: try bench.allCores(cores, count: count), shares: try bench.shares(count: count))
  }
}
