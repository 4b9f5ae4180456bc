/// An object that was sent, asked for its members by name and type. A member that is null is not there, but for
/// who asks for just that; members that nobody asks for are ignored. Every wrong type is a `Problem` that names the member.
package struct JSONBody: Sendable {
  private let members: [String: JSONValue]
  private let path: String

  private init(members: [String: JSONValue], path: String) {
    self.members = members
    self.path = path
  }

  /// The object in these bytes.
  package init(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { throw Problem.malformed("The body is empty; it must be a JSON object.") }
    switch try JSONReader.read(bytes) {
    case .object(let members): self.init(members: members, path: "")
    case let other:
      throw Problem.malformed("The body must be a JSON object, not \(other.described).")
    }
  }

  /// Whether a member is there and null: where that means something else than not being there.
  func isNull(_ key: String) -> Bool { members[key] == .null }

  func has(_ key: String) -> Bool { members[key] != nil }

  /// The names of the members, in order.
  var keys: [String] { members.keys.sorted() }

  func text(_ key: String) throws -> String? {
    try member(key, "text") { if case .text(let text) = $0 { text } else { nil } }
  }

  /// Whether a member is just this word.
  func isText(_ key: String, _ word: String) -> Bool { members[key] == .text(word) }

  /// Takes 4 and 4.0, not "4".
  func wholeNumber(_ key: String) throws -> Int? {
    try member(key, "a whole number") {
      switch $0 {
      case .integer(let value): value
      case .number(let value): Int(exactly: value)
      default: nil
      }
    }
  }

  func texts(_ key: String) throws -> [String]? {
    try member(key, "a list of texts") {
      guard case .list(let values) = $0 else { return nil }
      let texts = values.compactMap { value in if case .text(let text) = value { text } else { nil } }
      return texts.count == values.count ? texts : nil
    }
  }

  func truth(_ key: String) throws -> Bool? {
    try member(key, "true or false") { if case .boolean(let truth) = $0 { truth } else { nil } }
  }

  func object(_ key: String) throws -> JSONBody? {
    try member(key, "an object") {
      if case .object(let members) = $0 { JSONBody(members: members, path: name(key) + ".") } else { nil }
    }
  }

  /// Throws when it is missing.
  func required<Value>(_ key: String, _ value: Value?) throws -> Value {
    if let value { return value }
    throw Problem.malformed("\(name(key)) is missing.", field: name(key))
  }

  /// The object's own members as answers: text, numbers, true or false.
  func answers() throws -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for key in members.keys {
      answers[key] = try member(key, "text, a number, true or false") {
        switch $0 {
        case .text(let text): .text(text)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .boolean(let truth): .boolean(truth)
        case .null, .list, .object: nil
        }
      }
    }
    return answers
  }

  private func member<Value>(
    _ key: String, _ expected: String, _ read: (JSONValue) -> Value?
  ) throws -> Value? {
    guard let value = members[key], value != .null else { return nil }
    if let taken = read(value) { return taken }
    throw Problem.malformed("\(name(key)) must be \(expected), not \(value.described).", field: name(key))
  }

  private func name(_ key: String) -> String { path + ShownKey.text(key) }
}
