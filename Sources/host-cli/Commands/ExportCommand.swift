import ArgumentParser
import BookingHost
import Foundation

/// `export`: bookings as a table.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write bookings down as CSV or JSON Lines (managers).",
    discussion: "The columns, and what spreadsheets make of them: docs/in-and-out.md.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: all that you manage).", valueName: "slug"))
  var restaurant: String?

  @Option(help: ArgumentHelp("The first service day: 2026-11-22.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last service day.", valueName: "date"))
  var to: String?

  @Option(name: .customLong("as"), help: "csv or jsonl (default: by the file's name, else csv).")
  var form: BookingFormat?

  @Option(
    help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file if there is one.")
  var force = false

  func run() throws {
    let session = Session(common)
    if output == nil, common.format == .json {
      throw HostError(
        .usage, "Bookings are no JSON document: say --output FILE, or --as jsonl without --format.",
        field: "format")
    }
    let staff = try session.staff()
    let restaurants = try session.managedRestaurants(restaurant, by: staff)
    let query = BookingQuery(restaurantIDs: restaurants.map(\.id), from: try date(from), to: try date(to))
    let format = form ?? output.flatMap(BookingFormat.init(path:)) ?? .csv
    let export = BookingExport(store: try session.store(), query: query, format: format)
    let count =
      try output.map { try write(export, to: $0) }
      ?? export.run { text, _ in
        Output.write(text, to: STDOUT_FILENO)
      }
    try session.store().write {
      try $0.recordExport(
        ofRestaurants: restaurants.map(\.id), bookings: count, by: staff.id, now: session.environment.now())
    }
    guard let output else { return }
    try session.output.result(ExportJSON(file: output, bookings: count)) {
      "\(Words.count(count, "booking")) written to \(Plain.text(output))"
    }
  }

  private func write(_ export: BookingExport, to path: String) throws -> Int {
    let file = try PrivateOutput(path, replacing: force)
    let progress = CountProgress("bookings", of: try export.count())
    defer { progress.end() }
    let count = try export.run { text, bookings in
      try file.write(text)
      progress.add(bookings)
    }
    try file.finish()
    return count
  }

  private func date(_ text: String?) throws -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(text) else { throw Failure.noSuchDate }
    return date
  }
}

extension BookingFormat: ExpressibleByArgument {}
