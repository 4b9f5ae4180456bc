import ArgumentParser
import BookingHost

/// `rules check`: whether a rule directory can be used, and if not, why. Needs no store.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the rule files and point at every mistake.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rule directory (default: --rules).", completion: .directory)
  var dir: String?

  func run() throws {
    let output = Output(common.format)
    do {
      let rules = try RuleBook(directory: dir ?? common.rules)
      try output.result(RulesCheckJSON(rules)) { text(rules) }
    } catch let error as RuleBookError {
      if common.format == .json { output.line(try WireEncoder.text(RulesCheckJSON(error))) }
      if common.format == .text { complain(error) }
      throw Failure.told(.refused)
    }
  }

  private func text(_ rules: RuleBook) -> String {
    let style = Style.standardOutput
    let warnings = rules.warnings.map { "\(style.yellow("warning:")) \(Plain.text($0))" }
    let modes = Words.list(rules.modeNames)
    let verdict = "\(style.green("ok"))  \(modes)  \(style.dim("revision \(rules.revision.prefix(12))"))"
    return (warnings + [verdict]).joined(separator: "\n")
  }

  /// One line for each mistake, as compilers print them, so that editors find the place.
  private func complain(_ error: RuleBookError) {
    let style = Style.standardError
    for mistake in error.errors {
      let place = mistake.rule.map { "\(style.bold($0)): " } ?? ""
      Output.complain(place + Plain.text(mistake.message))
    }
    let count = Words.count(error.errors.count, "mistake")
    Output.complain("\(style.red("error:")) \(count); these rules cannot be used.")
  }
}
