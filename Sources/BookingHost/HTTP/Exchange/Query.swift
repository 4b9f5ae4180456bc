/// The query of a request. A parameter is there once or not at all; an empty one counts as not there.
package struct Query: Sendable {
  private var values: [String: String] = [:]

  /// Throws `Problem` for escapes that are none, and for a parameter that is there twice.
  package init(_ text: String) throws {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Query.decoded(parts[0])
      let value = try parts.count == 2 ? Query.decoded(parts[1]) : ""
      guard values[name] == nil else {
        throw Problem.malformed("\(ShownKey.text(name)) is there twice.", field: ShownKey.text(name))
      }
      values[name] = value
    }
  }

  subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  func required(_ name: String) throws -> String {
    if let value = self[name] { return value }
    throw Problem.malformed("The parameter \(name) is missing.", field: name)
  }

  func date(_ name: String) throws -> CivilDate? {
    guard let text = self[name] else { return nil }
    guard let date = CivilDate(text), Query.dates.contains(date) else {
      throw Problem.malformed("\(name) must be a date such as 2026-11-22.", field: name)
    }
    return date
  }

  func wholeNumber(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Text.wholeNumber(text), range.contains(number) else {
      throw Problem.malformed(
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound).", field: name)
    }
    return number
  }

  /// `true` or `false`; false when it is not there.
  func flag(_ name: String) throws -> Bool {
    switch self[name] {
    case nil, "false": return false
    case "true": return true
    default: throw Problem.malformed("\(name) must be true or false.", field: name)
    }
  }

  /// Calendars have a day before and a day after each of these.
  private static let dates: ClosedRange<CivilDate> = "1900-01-01"..."9000-12-31"

  /// A part of an address as it was before it was escaped; `+` is a space.
  private static func decoded(_ part: Substring) throws -> String {
    guard let text = PercentCode.decoded(part.utf8.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }) else {
      throw Problem.malformed("The address has an escape that is none, or text that is not UTF-8.")
    }
    return text
  }
}

/// `%41` for `A`.
enum PercentCode {
  /// Nil for an escape that is none, for text that is not UTF-8, and for text with a NUL.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
    var plain: [UInt8] = []
    var rest = Array(bytes)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        plain.append(byte)
        continue
      }
      guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else { return nil }
      plain.append(high << 4 | low)
    }
    return plain.contains(0) ? nil : String(validating: plain, as: UTF8.self)
  }

  /// Everything but letters, digits and `-._~` escaped (RFC 3986, section 2.3).
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      let character = Character(Unicode.Scalar(byte))
      let isPlain = byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
      encoded += isPlain ? String(character) : "%" + hexDigits(byte)
    }
    return encoded
  }

  private static func hexDigits(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    guard let byte, byte < 0x80 else { return nil }
    return Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
