extension StoredJSON {
  /// Reads JSON text, nil when it is none. Empty lists and objects, the usual case, cost nothing.
  static func parse(_ text: String) -> StoredJSON? {
    if text == "[]" { return .array([]) }
    if text == "{}" { return .object([:]) }
    var parser = Parser(bytes: Array(text.utf8))
    guard let value = parser.value(depth: 0) else { return nil }
    parser.skipSpace()
    return parser.isAtEnd ? value : nil
  }

  private struct Parser {
    let bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index == bytes.count }
    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skipSpace() {
      while let byte = next, byte == 32 || (9...13).contains(byte) { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipSpace()
      guard next == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    private mutating func take(word: StaticString, as value: StoredJSON) -> StoredJSON? {
      let end = index + word.utf8CodeUnitCount
      guard end <= bytes.count, bytes[index..<end].elementsEqual(word.description.utf8) else { return nil }
      index = end
      return value
    }

    mutating func value(depth: Int) -> StoredJSON? {
      skipSpace()
      guard depth < 32, let byte = next else { return nil }
      switch byte {
      case UInt8(ascii: "{"): return object(depth: depth)
      case UInt8(ascii: "["): return array(depth: depth)
      case UInt8(ascii: "\""): return string().map(StoredJSON.text)
      case UInt8(ascii: "t"): return take(word: "true", as: .boolean(true))
      case UInt8(ascii: "f"): return take(word: "false", as: .boolean(false))
      case UInt8(ascii: "n"): return take(word: "null", as: .null)
      default: return number()
      }
    }

    private mutating func object(depth: Int) -> StoredJSON? {
      index += 1
      var members: [String: StoredJSON] = [:]
      if take("}") { return .object(members) }
      repeat {
        skipSpace()
        guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
        members[key] = value
      } while take(",")
      return take("}") ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> StoredJSON? {
      index += 1
      var values: [StoredJSON] = []
      if take("]") { return .array(values) }
      repeat {
        guard let value = value(depth: depth + 1) else { return nil }
        values.append(value)
      } while take(",")
      return take("]") ? .array(values) : nil
    }

    private mutating func number() -> StoredJSON? {
      let start = index
      while let byte = next, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { index += 1 }
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      if let integer = Int(text) { return .integer(integer) }
      return Double(text).map(StoredJSON.number)
    }

    private mutating func string() -> String? {
      guard next == UInt8(ascii: "\"") else { return nil }
      index += 1
      var content: [UInt8] = []
      while let byte = next {
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let scalar = escape() else { return nil }
          content.append(contentsOf: String(Character(scalar)).utf8)
        default: content.append(byte)
        }
      }
      return nil
    }

    /// What the store itself writes: no surrogate pairs, which it never needs.
    private mutating func escape() -> Unicode.Scalar? {
      guard let byte = next else { return nil }
      index += 1
      switch Unicode.Scalar(byte) {
      case "n": return "\n"
      case "r": return "\r"
      case "t": return "\t"
      case "b": return "\u{8}"
      case "f": return "\u{c}"
      case "u":
        guard index + 4 <= bytes.count else { return nil }
        defer { index += 4 }
        let hex = String(decoding: bytes[index..<index + 4], as: UTF8.self)
        return UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init)
      case let other: return other
      }
    }
  }
}
