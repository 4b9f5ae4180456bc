import Foundation

/// Text as a header can carry it: one line, in ASCII (RFC 5322 and 2047).
enum HeaderText {
  /// One line of text, whatever it was: controls and line breaks become spaces, and no space follows another.
  /// Nothing that is cleaned can begin a header of its own.
  static func clean(_ text: String) -> String {
    let words = text.unicodeScalars.split { $0 == " " || isControl($0) }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// Whether a reader would see the text as it is written: printable ASCII that nobody takes for an encoded
  /// word, in words that a line can hold.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.utf8.count <= longestWord }
  }

  /// The text of an unstructured header, such as a subject, in words between which a line may be broken.
  /// `taken` is how many columns of the first line are in use.
  static func words(_ text: String, after taken: Int) -> [String] {
    let text = clean(text)
    if isPlain(text) { return text.split(separator: " ").map(String.init) }
    return encodedWords(text, after: taken)
  }

  /// A person's or a restaurant's name before an address: bare, quoted or encoded.
  static func phrase(_ name: String, after taken: Int) -> [String] {
    let name = clean(name)
    guard isPlain(name), name.utf8.count <= longestWord else { return encodedWords(name, after: taken) }
    let words = name.split(separator: " ").map(String.init)
    if words.allSatisfy({ $0.utf8.allSatisfy(isAtom) }) { return words }
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return ["\"\(escaped)\""]
  }

  /// Whether a byte may stand in an atom (RFC 5322, 3.2.3).
  static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: atomMarks.contains(byte)
    }
  }

  private static let atomMarks = Array("!#$%&'*+-/=?^_`{|}~".utf8)
  /// Longer words, which no line could be broken in, are encoded.
  private static let longestWord = 60
}

extension HeaderText {
  /// The text as encoded words of at most 75 octets, by whichever of the two encodings is shorter. No scalar
  /// is split: each word is text by itself.
  static func encodedWords(_ text: String, after taken: Int) -> [String] {
    let isQ = lengthInQ(text) <= (text.utf8.count + 2) / 3 * 4
    var words: [String] = []
    var piece: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // A line with encoded words has at most 76 columns (RFC 2047, 2); the later ones begin with a space.
      let room = min(75, 76 - (words.isEmpty ? taken : 1)) - frameLength
      if encoded(piece + bytes, isQ).utf8.count > room, !piece.isEmpty {
        words.append(framed(piece, isQ))
        piece = []
      }
      piece += bytes
    }
    return words + [framed(piece, isQ)]
  }

  /// `=?UTF-8?Q?` and `?=`
  private static let frameLength = 12

  private static func framed(_ bytes: [UInt8], _ isQ: Bool) -> String {
    "=?UTF-8?\(isQ ? "Q" : "B")?\(encoded(bytes, isQ))?="
  }

  private static func encoded(_ bytes: [UInt8], _ isQ: Bool) -> String {
    isQ ? bytes.map(inQ).joined() : Data(bytes).base64EncodedString()
  }

  private static func lengthInQ(_ text: String) -> Int { text.utf8.reduce(0) { $0 + inQ($1).utf8.count } }

  /// Only what may stand anywhere, names included, stands for itself (RFC 2047, 5).
  private static func inQ(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "/"):
      String(UnicodeScalar(byte))
    case UInt8(ascii: " "): "_"
    default: "=" + hexadecimal(byte)
    }
  }

  /// Two digits, in capitals: `C3`.
  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 2 ? digits : "0" + digits
  }
}
