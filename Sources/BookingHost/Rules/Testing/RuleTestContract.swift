/// What a test file may say. `RuleTestReader` checks files against these tables; whatever documents test
/// files reads them too.
package enum RuleTestContract {
  /// The keys of a test file, beside those that its cases may say for themselves.
  package static let file: [Contract.Key] =
    scenario + [
      Contract.Key(name: "cases", type: "a list of tables", meaning: "the promises, one table each")
    ]

  /// What is asked; said for the whole file, for one case, or for both.
  package static let scenario: [Contract.Key] = [
    Contract.Key(name: "mode", type: "text or a list of texts", meaning: "the modes it is promised of"),
    Contract.Key(name: "now", type: "\"2026-11-22 18:00\"", meaning: "the restaurant's clock"),
    Contract.Key(name: "role", type: "a role", meaning: "who asks; host in staff modes if left out"),
    Contract.Key(name: "reason", type: "text", meaning: "the reason given for an override"),
    Contract.Key(
      name: "action", type: "an action", meaning: "\"create\" if left out; \"walkin\" at the door"),
    Contract.Key(name: "draft", type: "a table", meaning: "what was answered"),
    Contract.Key(name: "facts", type: "a table", meaning: "what differs from a quiet day"),
    Contract.Key(name: "guard", type: "boolean", meaning: "an edit that breaks it does not go live"),
  ]

  /// What a case may ask for instead of a new booking.
  package static let question: [Contract.Key] = [
    Contract.Key(name: "event", type: "an event", meaning: "asks what follows when this then happens to it"),
    Contract.Key(
      name: "before", type: "an event",
      meaning: "asks whether this may then happen to it: \"confirmed\" if it may"),
    Contract.Key(name: "call", type: "a function", meaning: "a function of lib/, to be tested by itself"),
    Contract.Key(
      name: "with", type: "a value or a list", meaning: "what it is called with, before draft and facts"),
  ]

  /// What is promised.
  package static let expectation: [Contract.Key] = [
    Contract.Key(
      name: "expect", type: "\"confirmed\", \"pending\", \"refused\", \"override\" or \"error\"",
      meaning: "what becomes of the booking"),
    Contract.Key(name: "issues", type: "a list of codes", meaning: "exactly what is found"),
    Contract.Key(name: "issues_include", type: "a list of codes", meaning: "what is found among others"),
    Contract.Key(name: "messages", type: "a table by issue code", meaning: "what people are told"),
    Contract.Key(name: "effects", type: "a table by kind", meaning: "what follows, of the kinds named"),
    Contract.Key(name: "values", type: "a table by field", meaning: "what is kept of the answers, tidied"),
    Contract.Key(name: "covers", type: "a whole number", meaning: "what capacity counts"),
    Contract.Key(name: "duration", type: "a whole number", meaning: "how many minutes the table is taken"),
    Contract.Key(name: "source", type: "text", meaning: "the source that is stored"),
    Contract.Key(name: "label", type: "text", meaning: "the label that is shown"),
    Contract.Key(
      name: "match", type: "\"either\", \"email\", \"phone\", \"both\" or \"none\"",
      meaning: "by which contact the guest is recognised"),
    Contract.Key(
      name: "same_name", type: "boolean", meaning: "whether only under the same name as well"),
    Contract.Key(
      name: "waitlist", type: "a table",
      meaning:
        "what is said of the party where it is to wait: allowed, max_parties, max_minutes, hold_minutes"
    ),
    Contract.Key(name: "access", type: "\"public\" or \"staff\"", meaning: "who may use the mode"),
    Contract.Key(name: "offered", type: "boolean", meaning: "whether guests reach the mode over the web"),
    Contract.Key(name: "returns", type: "a value or a list", meaning: "what the called function returns"),
  ]

  static let fileKeys = file.map(\.name)
  /// A case's keys; its name is the text in the first position.
  static let caseKeys = (scenario + question + expectation).map(\.name)
  static let expectationKeys = expectation.map(\.name)
  /// The constant that takes a value away.
  static let absent = "absent"
}
