import ArgumentParser
import BookingHost

/// `rules diff`: what an edit changes, for whom, and that it leaves others alone.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changes from one set of rules to another.",
    discussion: """
      Decides many thousands of made-up bookings by both, on either side of every limit that they have, and \
      says which come out differently. A and B are rule directories, or revisions that the store keeps: live, \
      a number such as r41, or the first digits. With --modes two modes are compared: of A and B, or of A alone.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rules as they are: a directory or a stored revision.", completion: .directory)
  var a: String

  @Argument(help: "The rules as they would be (default: A, with --modes).", completion: .directory)
  var b: String?

  @Option(help: "Only this mode.")
  var mode: String?

  @Option(help: ArgumentHelp("Two modes to compare with each other.", valueName: "mode,mode"))
  var modes: String?

  @Flag(help: "Exit with 2 when anything changes.")
  var failOnChange = false

  func run() throws {
    let session = Session(common)
    let pair = try pair()
    guard pair != nil || b != nil else { throw usage("b", "Say what to compare \(a) with.") }
    let before = try session.rules(named: a)
    let after = try b.map { try session.rules(named: $0) } ?? before
    let found = try Progress.saying("Deciding by both") { try diff(before, after, pair) }
    try session.output.result(RulesDiffJSON(found, before: a, after: b ?? a)) {
      DiffText(diff: found, before: a, after: b ?? a, style: .standardOutput).text
    }
    if failOnChange, found.hasChanges { throw Failure.told(.refused) }
  }

  private func diff(_ before: RuleBook, _ after: RuleBook, _ pair: (String, String)?) throws -> RuleDiff {
    if let (first, second) = pair {
      try check(first, "modes", in: before.modeNames)
      try check(second, "modes", in: after.modeNames)
      return RuleDiff(before, mode: first, after, mode: second)
    }
    if let mode { try check(mode, "mode", in: Set(before.modeNames + after.modeNames).sorted()) }
    return RuleDiff(before, after, modes: mode.map { [$0] })
  }

  private func pair() throws -> (String, String)? {
    guard let modes else { return nil }
    guard mode == nil else { throw usage("mode", "Give --mode or --modes, not both.") }
    let names = modes.split(separator: ",", omittingEmptySubsequences: false).map { Text.trimmed(String($0)) }
    guard names.count == 2 else { throw usage("modes", "--modes takes two modes, such as customer,ops.") }
    return (names[0], names[1])
  }

  private func check(_ mode: String, _ option: String, in known: [String]) throws {
    guard !known.contains(mode) else { return }
    throw usage(option, "There is no mode \"\(mode)\"; there are: \(Words.list(known)).")
  }

  private func usage(_ field: String, _ message: String) -> Failure {
    .error(.usage, code: .usage, message, field: field)
  }
}
