/// Text as JSON writes it.
enum JSONText {
  /// What is wrong with it, as the rest of a sentence.
  struct Fault: Error {
    var reason: String
  }

  /// Takes a text, which `bytes` begins with, with its quotes.
  static func read(_ bytes: inout ArraySlice<UInt8>) throws(Fault) -> String {
    var content: [UInt8] = []
    bytes.removeFirst()
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return try validated(content)
      case UInt8(ascii: "\\"): content += try escape(&bytes)
      case 0..<0x20: throw Fault(reason: "has a control character in its text")
      default: content.append(byte)
      }
    }
    throw Fault(reason: "has a text that does not end")
  }

  private static func validated(_ content: [UInt8]) throws(Fault) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Fault(reason: "has text that is not UTF-8")
    }
    return text
  }

  private static func escape(_ bytes: inout ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
    guard let letter = bytes.popFirst() else { throw Fault(reason: "has a text that does not end") }
    if letter == UInt8(ascii: "u") { return try scalar(&bytes) }
    guard let meant = plainEscapes[letter] else {
      throw Fault(reason: "has a backslash before something that it cannot stand before")
    }
    return [meant]
  }

  private static let plainEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
    UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  private static func scalar(_ bytes: inout ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
    let first = try unit(&bytes)
    guard first != 0 else { throw Fault(reason: "has a NUL in its text") }
    var units = [first]
    if UTF16.isLeadSurrogate(first), bytes.starts(with: [0x5C, 0x75]) {
      bytes.removeFirst(2)
      units.append(try unit(&bytes))
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw Fault(reason: "has half of a surrogate pair in its text")
    }
    return Array(text.utf8)
  }

  private static func unit(_ bytes: inout ArraySlice<UInt8>) throws(Fault) -> UInt16 {
    let digits = bytes.prefix(4)
    let isHex =
      digits.count == 4 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    guard isHex, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw Fault(reason: "has a \\u without four hexadecimal digits")
    }
    bytes = bytes.dropFirst(4)
    return unit
  }
}
