import ArgumentParser
import BookingHost

// What `book` can be given. Everything is text, so that no value fails before the rules have seen it; and
// values may begin with a dash (`--party -1`), so that they are told what is wrong with them too.

struct PlanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The restaurant's slug (default: the only one it can be).", valueName: "slug"))
  var restaurant: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("2026-11-22, today, tomorrow or a weekday.", valueName: "date"))
  var date: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("19:30, 7:30pm or 730pm; now for guests at the door.", valueName: "time"))
  var time: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("How many people.", valueName: "number"))
  var party: String?
}

struct DetailOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "The guest's name.")
  var name: String?

  @Option(parsing: .unconditional, help: "The guest's email; without one no confirmation is sent.")
  var email: String?

  @Option(parsing: .unconditional, help: "The guest's phone number.")
  var phone: String?

  @Option(parsing: .unconditional, help: "Anything the kitchen or the floor should know.")
  var notes: String?

  @Option(parsing: .unconditional, help: "Where they would like to sit.")
  var seating: String?

  @Option(parsing: .unconditional, help: "The occasion (default: the service).")
  var bookingType: String?

  @Flag(help: "The guest accepts the terms.")
  var terms = false

  @Flag(help: "The guest would like news and offers.")
  var marketingOptIn = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An answer to a question of the mode's own; repeatable.", valueName: "key=value"))
  var answer: [String] = []

  /// The answers given. Throws a usage failure for an answer without a key.
  func draft() throws -> Draft {
    var draft = Draft(
      name: text(name), email: text(email), phone: text(phone), notes: text(notes), seating: text(seating),
      bookingType: text(bookingType), marketingOptIn: marketingOptIn ? true : nil, terms: terms ? true : nil)
    for (key, answer) in try DetailOptions.answers(answer) { draft[key] = answer }
    return draft
  }

  /// Answers to a mode's own questions. Throws a usage failure for one without a key.
  static func answers(_ pairs: [String]) throws -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts[0])
      guard parts.count == 2, !key.isEmpty else {
        throw HostError(.usage, "--answer takes key=value, as in --answer children=2.", field: "answer")
      }
      guard !(Field.plan + Field.core).contains(key) else {
        let option = key.replacing("_", with: "-")
        throw HostError(.usage, "\(key) has an option of its own: --\(option).", field: "answer")
      }
      answers[key] = .text(String(parts[1]))
    }
    return answers
  }

  private func text(_ value: String?) -> Answer? { value.map { .text($0) } }
}

struct MannerOptions: ParsableArguments {
  @Option(help: "Whose rules decide: the name of a file in the rule directory, without .lua.")
  var mode = "ops"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why a rule that allows it should be overridden.", valueName: "reason"))
  var overrideReason: String?

  @OptionGroup var approval: ApprovalOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The same key and request again make no second booking.", valueName: "key"))
  var idempotencyKey: String?
}
