import ArgumentParser
import Foundation

/// Runs one command and turns whatever becomes of it into output and an exit code.
@main
enum Main {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let format = OutputFormat.asked(in: arguments)
    let status: ExitStatus
    do {
      status = await run(try HostCLI.parseAsRoot(arguments), format)
    } catch {
      status = report(parsing: error, format)
    }
    exit(status.rawValue)
  }

  private static func run(
    _ command: sending any ParsableCommand, _ format: OutputFormat
  ) async -> ExitStatus {
    do {
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try await runBlocking(command)
      }
      return .done
    } catch {
      // `help`, and a group without its subcommand, end in an error that is none.
      if isParsers(error) { return report(parsing: error, format) }
      let failure = Failure(error)
      Output(format).report(failure)
      return failure.status
    }
  }

  /// On the main thread, where a command may block. On a thread of Swift's pool, of which there may be only one,
  /// it could wait for what that very thread was to do.
  @MainActor private static func runBlocking(_ command: sending any ParsableCommand) throws {
    var command = command
    try command.run()
  }

  /// Whether an error comes from the argument parser and not from the work itself.
  private static func isParsers(_ error: any Error) -> Bool {
    HostCLI.exitCode(for: error) != .failure
  }

  /// Help and completion scripts are results; everything else the parser says is a usage failure.
  private static func report(parsing error: any Error, _ format: OutputFormat) -> ExitStatus {
    if HostCLI.exitCode(for: error) == .success {
      Output(.text).line(HostCLI.fullMessage(for: error))
      return .done
    }
    let message = HostCLI.message(for: error)
    if format == .json {
      Output(.json).report(.error(.usage, code: .usage, message))
    } else {
      let usage = HostCLI.fullMessage(for: error).split(separator: "\n").drop { !$0.hasPrefix("Usage:") }
      Output.complain(([Substring("error: " + message)] + usage).joined(separator: "\n"))
    }
    return .usage
  }
}
