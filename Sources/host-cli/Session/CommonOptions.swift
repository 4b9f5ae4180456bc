import ArgumentParser
import Foundation

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The data directory (or environment BOOKING_DATA).", valueName: "dir"),
    completion: .directory)
  var data: String = environment("BOOKING_DATA") ?? "./data"

  @Option(
    help: ArgumentHelp("The rule directory (or environment BOOKING_RULES).", valueName: "dir"),
    completion: .directory)
  var rules: String = environment("BOOKING_RULES") ?? "./rules"

  @Option(help: "What to print: text or json.")
  var format: OutputFormat = .text

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
    for (index, option) in options.enumerated().reversed() {
      if option == "--format", index + 1 < options.count, let format = OutputFormat(rawValue: options[index + 1]) {
        return format
      }
      if option.hasPrefix("--format="), let format = OutputFormat(rawValue: String(option.dropFirst(9))) {
        return format
      }
    }
    return .text
  }
}
