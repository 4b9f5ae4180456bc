import ArgumentParser
import BookingHost

/// `rules status`: what decides, what is on disk, and what goes wrong.
struct RulesStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say which rules are live, and what became of the last edit.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let status = try RuleStatus(store: session.store(), directory: common.rules)
    try session.output.result(RuleStatusJSON(status, zone: .machine)) {
      RuleStatusText(status: status, style: .standardOutput, now: session.environment.now()).text
    }
  }
}

/// `rules log`: when the rules changed, how, and how often each revision decided.
struct RulesLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show the history of the rules.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("How many entries at most.", valueName: "number"))
  var limit = 30

  func run() throws {
    guard limit > 0 else { throw HostError(.usage, "--limit must be at least 1.", field: "limit") }
    let session = Session(common)
    let log = try RuleLog(store: session.store(), limit: limit)
    try session.output.result(RuleLogJSON(log, zone: .machine)) {
      RuleLogText(log: log, style: .standardOutput).text
    }
  }
}

/// `rules show`: the files of a stored revision.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the files of a revision as they were.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("live, r41, or the beginning of its hash.", valueName: "revision"))
  var revision: String

  @Option(help: ArgumentHelp("Only this file: ops.lua.", valueName: "path"))
  var file: String?

  func run() throws {
    let session = Session(common)
    let (hash, number, all) = try session.store().read { reader in
      let hash = try reader.revision(named: revision)
      return (hash, try reader.number(ofRevision: hash), try reader.ruleTexts(ofRevision: hash))
    }
    let files = try file.map { [$0: try text(of: $0, in: all)] } ?? all
    try session.output.result(RevisionFilesJSON(revision: hash, number: number, files: files)) {
      if let file { return Plain.text(files[file] ?? "") }
      let style = Style.standardOutput
      return files.sorted { $0.key < $1.key }
        .map { "\(style.bold("-- \($0.key)"))\n\(Plain.text($0.value))" }.joined(separator: "\n")
    }
  }

  private func text(of path: String, in files: [String: String]) throws -> String {
    if let text = files[path] { return text }
    let known = files.keys.sorted().joined(separator: ", ")
    throw HostError(.notFound, "The revision has no file \(path); it has \(known).", field: "file")
  }
}
