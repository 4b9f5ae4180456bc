/// Reads one JSON document (RFC 8259), taking nothing that programs read in different ways: no key twice, no
/// half of a surrogate pair, no NUL, no number beyond what a number here can hold, and no deep nesting.
package struct JSONReader {
  private var bytes: ArraySlice<UInt8>
  private var path: [String] = []
  private var depth = 0

  /// How deep lists and objects may be within each other.
  static let deepest = 16

  /// The document in these bytes. Throws `JSONFault`.
  package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes: bytes[...])
    let value = try reader.value()
    reader.skipSpace()
    guard reader.bytes.isEmpty else { throw reader.fault("goes on after its end") }
    return value
  }

  private init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpace()
    switch bytes.first {
    case nil: throw fault("ends too early")
    case UInt8(ascii: "{"): return try nested { (reader) throws(JSONFault) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(JSONFault) in try reader.list() }
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONFault) -> JSONValue
  ) throws(JSONFault) -> JSONValue {
    depth += 1
    guard depth <= JSONReader.deepest else { throw fault("is nested too deeply") }
    bytes.removeFirst()
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard bytes.first == UInt8(ascii: "\"") else { throw fault("has a key that is not in quotes") }
      let key = try text()
      path.append(key)
      guard members[key] == nil else { throw fault("is there twice") }
      guard take(":") else { throw fault("has no colon after its name") }
      members[key] = try value()
      path.removeLast()
    } while take(",")
    guard take("}") else { throw fault("is not closed where it should be") }
    return .object(members)
  }

  private mutating func list() throws(JSONFault) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .list(values) }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw fault("is not closed where it should be") }
    return .list(values)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard bytes.starts(with: word.utf8) else { throw fault("is not JSON") }
    bytes.removeFirst(word.utf8.count)
    return value
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let token = bytes.prefix { JSONNumber.letters.contains($0) }
    guard !token.isEmpty else { throw fault("is not JSON") }
    bytes.removeFirst(token.count)
    guard let value = JSONNumber.read(token) else { throw fault("is not a number as JSON writes them") }
    guard value != .number(.infinity), value != .number(-.infinity) else {
      throw fault("is a number that is too large")
    }
    return value
  }

  private mutating func text() throws(JSONFault) -> String {
    do {
      return try JSONText.read(&bytes)
    } catch {
      throw fault(error.reason)
    }
  }

  /// Takes a sign, and white space before it, if it is what comes next.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard bytes.first == UInt8(ascii: sign) else { return false }
    bytes.removeFirst()
    return true
  }

  private mutating func skipSpace() {
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  private func fault(_ what: String) -> JSONFault {
    let field = path.isEmpty ? nil : path.map { ShownKey.text($0) }.joined(separator: ".")
    return JSONFault(message: "\(field ?? "The body") \(what).", field: field)
  }
}

/// A key as it may be shown back: what a caller wrote there could be anything.
enum ShownKey {
  static func text(_ key: String) -> String {
    let isPlain = key.utf8.count <= 40 && key.utf8.allSatisfy { isWordByte($0) }
    return isPlain && !key.isEmpty ? key : "a key"
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
