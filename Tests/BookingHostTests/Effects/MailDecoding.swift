import Foundation

/// Reads what the host writes, by the standards and not by the host's own code.
enum MailDecoding {
  /// A header's lines made one.
  static func unfolded(_ lines: String) -> String { lines.replacing("\r\n", with: "") }

  /// Text with encoded words (RFC 2047) as a reader sees it. Nil when a word is malformed, or no text by itself.
  static func headerText(_ text: String) -> String? {
    var result = ""
    var wasEncoded = false
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let isEncoded = word.hasPrefix("=?")
      // White space between two encoded words is no part of the text.
      if !result.isEmpty, !(wasEncoded && isEncoded) { result += " " }
      if isEncoded {
        guard let decoded = encodedWord(word) else { return nil }
        result += decoded
      } else {
        result += word
      }
      wasEncoded = isEncoded
    }
    return result
  }

  private static func encodedWord(_ word: Substring) -> String? {
    let parts = word.split(separator: "?", omittingEmptySubsequences: false)
    guard word.utf8.count <= 75, parts.count == 5, parts[0] == "=", parts[1] == "UTF-8", parts[4] == "="
    else {
      return nil
    }
    let bytes: [UInt8]?
    switch parts[2] {
    case "Q": bytes = quotedPrintable(String(parts[3]).replacing("_", with: " "))
    case "B": bytes = Data(base64Encoded: String(parts[3])).map { Array($0) }
    default: bytes = nil
    }
    return bytes.flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Quoted-printable as bytes, line ends as they are. Nil when it is malformed.
  static func quotedPrintable(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      let two = String(decoding: rest.prefix(2), as: UTF8.self)
      if two == "\r\n" {
        rest = rest.dropFirst(2)
      } else if two.utf8.count == 2, two == two.uppercased(), let value = UInt8(two, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        return nil
      }
    }
    return bytes
  }
}

/// Texts that have broken mail before.
enum HostileTexts {
  static let all: [String] = [
    "Eve\r\nBcc: all@example.com", "Eve\rBcc: all@example.com", "Eve\nBcc: all@example.com",
    "Eve\u{0}Adams", "Eve\u{85}Bcc: all@example.com", "Eve\u{2028}Bcc: all@example.com",
    "\"Quoted\" \\ back, and (comment)", "Lovelace, Ada", "ada@example.com, eve@example.com",
    "<eve@example.com>", "=?UTF-8?Q?evil?=", "Zoë", "Bjørn Åse", "李小龙", "👩‍👩‍👧‍👦 family of 🇬🇧",
    "שלום עולם", "\u{202E}gnp.exe", "مطعم النخيل", String(repeating: "a", count: 400),
    String(repeating: "é", count: 400), String(repeating: "👩‍👩‍👧‍👦", count: 60), "e\u{301}\u{301}\u{301}",
    String(repeating: "word ", count: 80), "", " ", "\t", "a\tb", "=", "?=", "trailing ", "_under_score_",
    "{{name}}", "</td><script>alert(1)</script>", "%0d%0aBcc: x", "\u{FEFF}bom", "\u{1F600}\u{FE0F}",
  ]

  /// Reproducible text of every kind of scalar.
  static func random(_ seed: UInt64, length: Int) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x0...0x1F, 0x7F...0x17F, 0x590...0x6FF, 0x4E00...0x9FFF, 0x1F300...0x1F6FF,
    ]
    var text = String.UnicodeScalarView()
    while text.count < length {
      let range = ranges[Int(next() % UInt64(ranges.count))]
      let value = range.lowerBound + UInt32(next() % UInt64(range.count))
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}
