/// A JSON value as it was sent.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// What it is, in a sentence: "must be text, not a list".
  var described: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .integer, .number: "a number"
    case .text: "text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// Why bytes are not JSON that this host takes.
package struct JSONFault: Error, Hashable, Sendable {
  /// A sentence for a person.
  package var message: String
  /// The key at which it was found, as in `override.reason`; nil at the top.
  package var field: String?
}
