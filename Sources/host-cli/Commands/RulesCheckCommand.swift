import ArgumentParser
import BookingHost
import Foundation

/// `rules check`: whether a rule directory can be used, and everything that is wrong with it. Needs no store.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the rule files and point at every mistake.",
    discussion: """
      Reads the files, follows what their functions read, compare and call, has every mode decide a few bookings \
      of each kind, and goes through the mail templates. The exit status is 0 when nothing is wrong (there may be warnings), and 2 otherwise.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rule directory (default: --rules).", completion: .directory)
  var dir: String?

  @Flag(help: "Check again whenever a file is saved, until Ctrl-C.")
  var watch = false

  private var directory: String { dir ?? common.rules }

  private func report() -> RuleCheckReport {
    RuleCheck.report(directory: directory, mail: MailTemplates.read(in: directory).checked)
  }

  func run() throws {
    if watch { try keepChecking() }
    let report = report()
    switch common.format {
    case .json: Output(.json).line(try WireEncoder.text(RulesCheckJSON(report)))
    case .text: show(report)
    }
    if !report.isClean { throw Failure.told(.refused) }
  }

  /// Mistakes go where complaints go; that all is well is a result.
  private func show(_ report: RuleCheckReport) {
    if report.isClean {
      Output(.text).line(FindingsText(report: report, style: .standardOutput).text)
    } else {
      Output.complain(FindingsText(report: report, style: .standardError).text)
    }
  }

  // MARK: Watching

  private func keepChecking() throws -> Never {
    guard common.format == .text else {
      throw Failure.error(.usage, code: .usage, "--watch prints text only.", field: "watch")
    }
    while true {
      let seen = RuleSignature(of: directory)
      startScreen()
      let report = report()
      Output(.text).line(FindingsText(report: report, style: .standardOutput).text)
      waitForChange(since: seen)
    }
  }

  private func startScreen() {
    if isatty(STDOUT_FILENO) == 1, !Terminal.isDumb {
      Output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J", to: STDOUT_FILENO)
    }
  }

  private func waitForChange(since seen: RuleSignature) {
    repeat { Thread.sleep(forTimeInterval: 0.25) } while RuleSignature(of: directory) == seen
    // Several files may be saved together.
    RuleSignature.waitUntilStill(directory)
  }
}
