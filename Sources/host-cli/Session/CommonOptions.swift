import ArgumentParser
import BookingHost
import Foundation

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The data directory (or environment BOOKING_DATA).", valueName: "dir"),
    completion: .directory)
  var data: String = environment("BOOKING_DATA") ?? "./data"

  @Option(
    help: ArgumentHelp(
      "A PostgreSQL database for the store, postgres://user@host/name (or environment BOOKING_DATABASE).",
      valueName: "url"))
  var database: String? = environment("BOOKING_DATABASE")

  @Option(
    help: ArgumentHelp("The rule directory (or environment BOOKING_RULES).", valueName: "dir"),
    completion: .directory)
  var rules: String = environment("BOOKING_RULES") ?? "./rules"

  @Option(help: "What to print: text or json.")
  var format: OutputFormat = .text

  /// Where the store is.
  var place: StorePlace { StorePlace(directory: data, database: database) }

  /// A variable of the environment; one that is empty counts as not set.
  static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Whom the output is for.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// The format asked for, found without parsing, so that a usage failure is told in it too.
  static func asked(in arguments: [String]) -> OutputFormat {
    let options = arguments.prefix { $0 != "--" }
    let apart = zip(options, options.dropFirst()).filter { $0.0 == "--format" }.map(\.1)
    let joined = options.filter { $0.hasPrefix("--format=") }.map { String($0.dropFirst(9)) }
    return (apart + joined).compactMap(OutputFormat.init).last ?? .text
  }
}
