/// What a value in a rule can be.
package indirect enum ValueType: Hashable, Sendable {
  case text
  /// A number without a fraction.
  case integer
  case number
  case boolean
  /// True or nil; never false.
  case truth
  /// Text such as "2026-11-22".
  case date
  /// Text such as "19:30".
  case time
  /// One of a fixed set of texts. The word says what they are: "weekday".
  case oneOf([String], called: String)
  /// Text of lower-case letters, digits and underscores: what codes and templates are named with.
  case identifier
  case list(of: ValueType)
  /// A table with these entries and no others.
  case record([VocabularyTerm])
  /// The answers of a draft, own fields of some mode among them.
  case draft
  case function
  case table
  case any
}

extension ValueType {
  /// In words, for a person: "a whole number".
  package var words: String {
    switch self {
    case .text: "text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .truth: "true or nil"
    case .date: "a date as text, such as \"2026-11-22\""
    case .time: "a time as text, such as \"19:30\""
    case .oneOf(let names, _): names.map { "\"\($0)\"" }.joined(separator: ", ")
    case .identifier: "text of lower-case letters, digits and _"
    case .list(let element): "a list (each is \(element.words))"
    case .record: "a table"
    case .draft: "a table of answers"
    case .function: "a function"
    case .table: "a table"
    case .any: "any value"
    }
  }
}

/// A name that a rule can read, and what it finds there.
package struct VocabularyTerm: Hashable, Sendable {
  package var name: String
  package var type: ValueType
  /// Whether it may be nil.
  package var isOptional = false
  /// One sentence, without the full stop.
  package var meaning: String

  package init(_ name: String, _ type: ValueType, optional: Bool = false, _ meaning: String) {
    self.name = name
    self.type = type
    isOptional = optional
    self.meaning = meaning
  }
}

/// A function that a rule can call.
package struct VocabularyFunction: Hashable, Sendable {
  package var name: String
  package var parameters: [VocabularyTerm]
  /// Whether it takes more than its parameters, as many as there are.
  package var takesMore = false
  /// What it gives; nil for nothing.
  package var result: ValueType?
  package var meaning: String

  package init(
    _ name: String, _ parameters: [VocabularyTerm], more: Bool = false, gives result: ValueType? = nil,
    _ meaning: String
  ) {
    self.name = name
    self.parameters = parameters
    takesMore = more
    self.result = result
    self.meaning = meaning
  }
}

extension [VocabularyTerm] {
  package subscript(name: String) -> VocabularyTerm? { first { $0.name == name } }

  package var names: [String] { map(\.name) }
}
