/// The reference of the rule contract as a page, made from the tables that files are checked against.
package enum ReferencePage {
  package static var markdown: String {
    [heading, keys, issues, seen, called].joined(separator: "\n\n") + "\n"
  }

  private static let heading = """
    # The rule contract

    Every key of a mode file, every standard issue, every fact and every function. Written by
    `host-cli rules reference`; how to use it all is in [writing-rules.md](writing-rules.md).
    """

  // MARK: The mode file

  private static var keys: String {
    let tables = [
      ("Keys of a mode file", Contract.mode), ("`fields`: keys of a field", Contract.field),
      ("`party`", Contract.party), ("`time`", Contract.time), ("`pacing`", Contract.pacing),
      ("`guests`", Contract.guests), ("`waitlist`", Contract.waitlist),
    ]
    let note = """
      Where it says *or a function*, the value may be a `function(draft, facts)` that gives one.
      Reserved for later: \(Contract.reserved.map(code).joined(separator: ", ")).
      `on` may have \(Contract.events.map(code).joined(separator: ", ")).
      `transitions` may have \(Contract.transitions.map(code).joined(separator: ", ")), each a
      `function(booking, facts)` that is asked before it happens.
      """
    let all = tables.map { title, keys in
      "## \(title)\n\n" + table(["key", "value", "meaning"], keys.map(row))
    }
    return ([all[0], note] + all.dropFirst()).joined(separator: "\n\n")
  }

  private static func row(_ key: Contract.Key) -> [String] {
    [code(key.name), key.type + (canBeFunction(key) ? " *or a function*" : ""), key.meaning]
  }

  private static func canBeFunction(_ key: Contract.Key) -> Bool {
    !key.isFixed && !key.type.hasPrefix("a table") && key.type != "a function"
  }

  // MARK: Issues

  private static var issues: String {
    let rows = Contract.standardIssues.map { issue in
      [
        code(issue.code), issue.field.map(code) ?? "", issue.meaning,
        issue.numbers.map(code).joined(separator: " "),
      ]
    }
    let ofFields = Contract.standardFieldIssues.map { issue in
      [code("<field>_" + issue.code), issue.meaning, issue.numbers.map(code).joined(separator: " ")]
    }
    return """
      ## Standard issues

      \(table(["code", "field", "when", "numbers"], rows))

      For each field, by its name:

      \(table(["code", "when", "numbers"], ofFields))

      Severities: `"refuse"` (what every issue is unless the mode says otherwise), `"warn"`, `"allow"`,
      `{ override = role }` with \(Role.ofStaff.map { code($0.rawValue) }.joined(separator: ", ")).
      In the braces of a message: \(MessageTemplate.names.map(code).joined(separator: ", ")).
      """
  }

  // MARK: What rules see and call

  private static var seen: String {
    let facts = Vocabulary.facts.flatMap { flattened($0, "facts.") }
    return """
      ## `draft`

      And the mode's own fields. What was not answered is nil.

      \(table(["answer", "type", "meaning"], Vocabulary.draft.map { termRow($0, "draft.") }))

      ## `booking`, in `effects`, `on` and `transitions`

      What a draft has, and:

      \(table(["key", "type", "meaning"], Vocabulary.booking.filter { !Vocabulary.draft.contains($0) }.map { termRow($0, "booking.") }))

      ## `issue`, in severity functions

      \(table(["key", "type", "meaning"], Vocabulary.issue.map { termRow($0, "issue.") }))

      ## `facts`

      \(table(["fact", "type", "meaning"], facts))
      """
  }

  private static func flattened(_ term: VocabularyTerm, _ path: String) -> [[String]] {
    switch term.type {
    case .record(let terms):
      return [[code(path + term.name), "table", term.meaning]]
        + terms.flatMap { flattened($0, path + term.name + ".") }
    case .list(of: .record(let terms)):
      return [[code(path + term.name), "list of tables", term.meaning]]
        + terms.flatMap { flattened($0, path + term.name + "[i].") }
    default: return [termRow(term, path)]
    }
  }

  private static func termRow(_ term: VocabularyTerm, _ path: String) -> [String] {
    [code(path + term.name), term.type.words + (term.isOptional ? ", or nil" : ""), term.meaning]
  }

  private static var called: String {
    """
    ## Functions

    In `check` and `transitions`:

    \(functions(Vocabulary.checkRecorders))

    In `effects` and `on`:

    \(functions(Vocabulary.effectRecorders))

    Everywhere:

    \(functions([Vocabulary.atLeast] + Vocabulary.base))

    \(Vocabulary.libraries.map(library).joined(separator: "\n\n"))
    """
  }

  private static func library(_ library: Vocabulary.Library) -> String {
    let names = library.functions.map(\.name) + library.constants.map(\.name)
    return "`\(library.name)`: \(names.map(code).joined(separator: ", "))."
  }

  private static func functions(_ functions: [VocabularyFunction]) -> String {
    table(
      ["function", "meaning"],
      functions.map { function in
        let parameters =
          function.parameters.map { $0.name + ($0.isOptional ? "?" : "") } + (function.takesMore ? ["…"] : [])
        return [code("\(function.name)(\(parameters.joined(separator: ", ")))"), function.meaning]
      })
  }

  // MARK: Markdown

  private static func code(_ text: String) -> String { "`\(text)`" }

  private static func table(_ heading: [String], _ rows: [[String]]) -> String {
    let all = [heading, heading.map { _ in "---" }] + rows
    return all.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}
