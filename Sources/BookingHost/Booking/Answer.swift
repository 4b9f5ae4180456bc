/// One answer to one question, as it was given: not yet checked against the field's type.
public enum Answer: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)

  /// The text trimmed of white space, nil when nothing is left; any other answer as it is.
  public var trimmed: Answer? {
    guard case .text(let text) = self else { return self }
    let kept = Text.trimmed(text)
    return kept.isEmpty ? nil : .text(kept)
  }

  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The whole number this is: `4`, `4.0`, or text that is one ("4"). Nil for anything else.
  public var wholeNumber: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    case .text(let text): Text.wholeNumber(text)
    case .boolean: nil
    }
  }

  /// True or false, also as the words a command line would use. Nil for anything else.
  public var truth: Bool? {
    switch self {
    case .boolean(let value): value
    case .text(let text):
      switch text.lowercased() {
      case "true", "yes", "y", "on", "1": true
      case "false", "no", "n", "off", "0": false
      default: nil
      }
    case .integer, .number: nil
    }
  }
}

extension Answer: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

/// Questions about plain text that more than one place asks.
package enum Text {
  package static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    // The usual case, and a copy for nothing.
    if let first = scalars.first, let last = scalars.last, isPrinted(first), isPrinted(last) { return text }
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether a scalar is a letter, digit or sign of ASCII: neither white space nor a control.
  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool { (0x21...0x7E).contains(scalar.value) }

  /// Whether nothing of the text would be seen on paper: spaces, controls and invisible characters only.
  package static func isBlank(_ text: String) -> Bool {
    if text.utf8.contains(where: { (33...126).contains($0) }) { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || properties.generalCategory == .control || properties.generalCategory == .format
        || scalar == "\u{2800}"  // BRAILLE PATTERN BLANK is a symbol that prints nothing
    }
  }

  /// Line breaks, tabs and other controls become single spaces: what a one-line field may hold.
  package static func singleLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isBreak($0) }) else { return text }
    let words = text.unicodeScalars.split(whereSeparator: isBreak).map { String($0) }
    return trimmed(words.joined(separator: " "))
  }

  /// Line breaks as line feeds, other controls left out: what a field of several lines may hold.
  package static func manyLines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isBreak) else { return text }
    let lines = text.replacing("\r\n", with: "\n").unicodeScalars
      .filter { $0 == "\n" || $0 == "\t" || !isBreak($0) }
    return String(String.UnicodeScalarView(lines))
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    if isPrinted(scalar) || scalar == " " { return false }
    return scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// How many Unicode scalars the text has.
  package static func length(_ text: String) -> Int {
    // Every scalar has one byte that does not continue another (RFC 3629).
    var text = text
    return text.withUTF8 { bytes in
      var length = 0
      for byte in bytes { length += byte & 0xC0 == 0x80 ? 0 : 1 }
      return length
    }
  }

  /// Text that is a whole number: an optional sign and ASCII digits.
  package static func wholeNumber(_ text: String) -> Int? {
    let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard let magnitude = digits(unsigned) else { return nil }
    return text.hasPrefix("-") ? -magnitude : magnitude
  }
}
