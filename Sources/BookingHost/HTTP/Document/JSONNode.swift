/// JSON to be written, its members in the order they were given.
indirect enum JSONNode: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case text(String)
  case list([JSONNode])
  case object([(String, JSONNode)])

  /// A reference to a schema of the document.
  static func schema(_ name: String) -> JSONNode { ["$ref": .text("#/components/schemas/\(name)")] }

  subscript(key: String) -> JSONNode? {
    if case .object(let members) = self { members.first { $0.0 == key }?.1 } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// One line of JSON.
  var json: String {
    switch self {
    case .null: "null"
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let number): String(number)
    case .text(let text): JSONNode.quoted(text)
    case .list(let nodes): "[" + nodes.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONNode.quoted($0.0) + ":" + $0.1.json }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    (try? WireEncoder.text(text)) ?? "\"\""
  }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(arrayLiteral elements: JSONNode...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSONNode)...) { self = .object(elements) }
}
