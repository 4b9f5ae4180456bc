import ArgumentParser
import BookingHost
import Foundation

/// `bench`: how fast this machine's disk and cores take bookings. Touches no store but one of its own.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how many bookings a second this machine takes.",
    discussion: """
      Whole bookings, each on the disk before it counts, in a store of its own that is thrown away. The folder \
      decides which disk is measured (TMPDIR). With --database it is the server, in a database that is empty before, or \
      has what a bench of as many restaurants has left; several processes may measure at the same time.
      """,
    shouldDisplay: false)

  @OptionGroup var common: CommonOptions

  @Option(help: "How many clients book at the same time.")
  var clients = 16

  @Option(help: "For how many seconds.")
  var seconds = 5.0

  @Option(help: "Among how many restaurants.")
  var restaurants = 1

  func run() throws {
    guard (1...10_000).contains(restaurants) else {
      throw Failure.error(.usage, code: .usage, "--restaurants must be 1 to 10000.")
    }
    guard (1...1000).contains(clients), (0.1...3600).contains(seconds) else {
      throw Failure.error(.usage, code: .usage, "--clients must be 1 to 1000, --seconds 0.1 to 3600.")
    }
    let directory = NSTemporaryDirectory() + "booking-bench-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let bench = try BookingBench(
      rules: try RuleBook(directory: common.rules),
      place: StorePlace(directory: directory, database: common.database), restaurants: restaurants,
      lane: Int(getpid()), environment: .live)
    _ = try bench.run(clients: clients, seconds: min(1, seconds / 5))
    let figures = BookingBenchJSON(try bench.run(clients: clients, seconds: seconds))
    try Output(common.format).result(figures) {
      String(
        format:
          "%d bookings by %d clients: %.0f a second, %d commits; half within %.2f ms, 99 in 100 within %.2f ms",
        figures.bookings, figures.clients, figures.perSecond, figures.commits, figures.p50ms, figures.p99ms)
    }
  }
}
