import ArgumentParser
import BookingHost

/// `import`: bookings that were made elsewhere.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in bookings from CSV or JSON Lines (managers).",
    discussion: """
      All of the file or nothing, unless --keep-going. Bookings that are there already are left as they are, so \
      that the same file may be taken in again. Nothing is sent to anybody. The columns: docs/in-and-out.md.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The file.", valueName: "file"), completion: .file())
  var file: String

  @Option(name: .customLong("as"), help: "csv or jsonl (default: by the file's name).")
  var form: BookingFormat?

  @Option(
    help: ArgumentHelp("The restaurant of every row (default: each row names its own).", valueName: "slug"))
  var restaurant: String?

  @Option(help: ArgumentHelp("The mode of rows that name none.", valueName: "mode"))
  var mode = "ops"

  @Flag(help: "Go through the file and say what would come of it; change nothing.")
  var dryRun = false

  @Flag(help: "Take in what can be taken in.")
  var keepGoing = false

  func run() throws {
    let session = Session(common)
    guard let format = form ?? BookingFormat(path: file) else {
      throw HostError(.usage, "Say --as csv or --as jsonl.", field: "as")
    }
    let order = try order(session)
    let source = try RowSource(path: file, format: format)
    let report = try read(source, order)
    try session.output.result(ImportJSON(report, isDryRun: dryRun)) {
      ImportText(report: report, isDryRun: dryRun, keepsGoing: keepGoing).summary
    }
    guard report.faults > 0 else { return }
    if common.format == .text {
      Output.complain(ImportText(report: report, isDryRun: dryRun, keepsGoing: keepGoing).faults)
    }
    throw Failure.told(.refused)
  }

  private func order(_ session: Session) throws -> BookingImport {
    let staff = try session.staff()
    let managed = try session.managedRestaurants(restaurant, by: staff)
    let desk = try session.desk()
    guard try desk.policy(mode).access == .staff else {
      throw HostError(.usage, "--mode must be a mode of staff.", field: "mode")
    }
    let only = restaurant != nil || managed.count == 1 ? managed.first : nil
    return BookingImport(
      store: try session.store(), rules: desk.rules, mode: mode, environment: session.environment,
      staff: staff, managed: managed, only: only)
  }

  private func read(_ source: RowSource, _ order: BookingImport) throws -> BookingImport.Report {
    let passes = dryRun || keepGoing ? 1 : 2
    let progress = CountProgress("KiB", of: passes * source.size / 1024)
    defer { progress.end() }
    var said = 0
    let tell: BookingImport.Progress = { pass, bytes in
      let done = ((pass - 1) * source.size + bytes) / 1024
      if done > said {
        progress.add(done - said)
        said = done
      }
    }
    if dryRun { return try order.check(source, progress: tell) }
    return try keepGoing ? order.runKeepingGoing(source, progress: tell) : order.run(source, progress: tell)
  }
}
