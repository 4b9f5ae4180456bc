/// Annotations for editors (LuaLS, the Lua language server): what `draft`, `facts`, the recorders and the keys
/// of a mode file are, with the own fields that this installation's modes have.
package enum LuaAnnotations {
  /// The text of a file that defines everything and runs nothing.
  package static func text(for rules: RuleBook) -> String {
    let sections =
      [heading, classes, modes(rules), contract, functions(Vocabulary.recorders + [Vocabulary.atLeast])]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static let heading = """
    ---@meta
    -- What booking rules can say, for editors that know Lua. Written by `host-cli rules types`; not read by the
    -- host. To have a function's arguments known, write above it:
    --   ---@param draft booking.Draft
    --   ---@param facts booking.Facts
    """

  // MARK: What rules see

  private static var classes: String {
    var writer = ClassWriter()
    writer.add("booking.Facts", Vocabulary.facts)
    writer.add("booking.Draft", Vocabulary.draft)
    writer.add(
      "booking.Booking", like: "booking.Draft", Vocabulary.booking.filter { !Vocabulary.draft.contains($0) })
    writer.add("booking.Issue", Vocabulary.issue)
    return writer.text
  }

  /// A draft and a booking for each mode that has fields of its own.
  private static func modes(_ rules: RuleBook) -> String {
    rules.modeNames.compactMap { mode in
      let own = rules.policy(mode)?.fields.filter { !Field.core.contains($0.name) } ?? []
      if own.isEmpty { return nil }
      let fields = own.map { "---@field \($0.name)? \(type(of: $0)) \($0.label)" }.joined(separator: "\n")
      return ["Draft", "Booking"].map { "---@class booking.\($0).\(mode): booking.\($0)\n\(fields)" }
        .joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  private static func type(of field: FieldPolicy) -> String {
    switch field.type {
    case .text, .date: "string"
    case .integer: "integer"
    case .boolean: "true"
    }
  }

  // MARK: The mode file

  private static var contract: String {
    let named = [
      ("booking.Mode", Contract.mode), ("booking.FieldRules", Contract.field),
      ("booking.Party", Contract.party), ("booking.Time", Contract.time),
      ("booking.Pacing", Contract.pacing), ("booking.Guests", Contract.guests),
      ("booking.Waitlist", Contract.waitlist),
    ]
    let classes = named.map { name, keys in
      (["---@class \(name)"] + keys.map { "---@field \($0.name)? \(leaf($0)) \($0.meaning)" })
        .joined(separator: "\n")
    }
    func functions(_ events: [String]) -> [String] {
      events.map { "---@field \($0)? fun(booking: booking.Booking, facts: booking.Facts)" }
    }
    let (events, transitions) = (functions(Contract.events), functions(Contract.transitions))
    return
      (classes + [
        (["---@class booking.Events"] + events).joined(separator: "\n"),
        (["---@class booking.Transitions"] + transitions).joined(separator: "\n"),
        "---@alias booking.Severity \"refuse\"|\"warn\"|\"allow\"|{ override: \(roles) }",
      ]).joined(separator: "\n\n")
  }

  private static var roles: String { Role.ofStaff.map { "\"\($0.rawValue)\"" }.joined(separator: "|") }

  /// What a key may hold; most may be a function too.
  private static func leaf(_ key: Contract.Key) -> String {
    switch key.name {
    case "fields": return "table<string, booking.FieldRules>"
    case "party": return "booking.Party"
    case "time": return "booking.Time"
    case "pacing": return "booking.Pacing"
    case "guests": return "booking.Guests"
    case "waitlist": return "booking.Waitlist"
    case "allowed":
      return "boolean|fun(draft: booking.Draft, facts: booking.Facts): boolean, string?"
    case "severity":
      let function = "fun(draft: booking.Draft, facts: booking.Facts, issue: booking.Issue): booking.Severity"
      return "table<string, booking.Severity|\(function)>"
    case "messages": return "table<string, \(orFunction("string"))>"
    case "check": return "fun(draft: booking.Draft, facts: booking.Facts)"
    case "effects": return "fun(booking: booking.Booking, facts: booking.Facts)"
    case "on": return "booking.Events"
    case "transitions": return "booking.Transitions"
    case "format":
      return "fun(value: any, draft: booking.Draft, facts: booking.Facts): boolean, string?"
    default:
      let plain = plainType(key.type)
      return key.isFixed ? plain : orFunction(plain)
    }
  }

  private static func plainType(_ words: String) -> String {
    switch words {
    case "text": "string"
    case "boolean": "boolean"
    case "a whole number": "integer"
    case "a list of texts": "string[]"
    case "an answer": "string|integer|boolean"
    default: words.replacing(" or ", with: "|").replacing(", ", with: "|")
    }
  }

  private static func orFunction(_ type: String) -> String {
    "\(type)|fun(draft: booking.Draft, facts: booking.Facts): \(type)"
  }

  // MARK: Functions

  private static func functions(_ functions: [VocabularyFunction]) -> String {
    functions.map { function in
      let parameters = function.parameters.map {
        "---@param \($0.name)\($0.isOptional ? "?" : "") \($0.type.annotation) \($0.meaning)"
      }
      let result = function.result.map { ["---@return \($0.annotation)"] } ?? []
      let names = function.parameters.map(\.name).joined(separator: ", ")
      return (["--- \(function.meaning)"] + parameters + result + ["function \(function.name)(\(names)) end"])
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

/// Writes classes, each record within one as a class of its own.
private struct ClassWriter {
  private var classes: [String] = []

  var text: String { classes.joined(separator: "\n\n") }

  mutating func add(_ name: String, like parent: String? = nil, _ terms: [VocabularyTerm]) {
    let place = classes.count
    classes.append("")
    let fields = terms.map { term in
      "---@field \(term.name)\(term.isOptional ? "?" : "") \(type(term, in: name)) \(term.meaning)"
    }
    classes[place] = (["---@class \(name)\(parent.map { ": " + $0 } ?? "")"] + fields).joined(separator: "\n")
  }

  private mutating func type(_ term: VocabularyTerm, in owner: String) -> String {
    let name =
      owner + "."
      + term.name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    switch term.type {
    case .record(let terms):
      add(name, terms)
      return name
    case .list(of: .record(let terms)):
      add(name, terms)
      return name + "[]"
    default: return term.type.annotation
    }
  }
}

extension ValueType {
  /// The type as LuaLS writes it. Records have classes of their own.
  fileprivate var annotation: String {
    switch self {
    case .text, .date, .time, .identifier: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .truth: "true"
    case .oneOf(let names, _): names.map { "\"\($0)\"" }.joined(separator: "|")
    case .list(let element): element.annotation + "[]"
    case .record(let terms):
      "{ "
        + terms.map { "\($0.name)\($0.isOptional ? "?" : ""): \($0.type.annotation)" }.joined(separator: ", ")
        + " }"
    case .draft: "booking.Draft"
    case .function: "function"
    case .table: "table"
    case .any: "any"
    }
  }
}
