/// Text in quoted-printable (RFC 2045, 6.7): ASCII, in lines of at most 76 columns ended by CRLF.
enum QuotedPrintable {
  /// `text` has its lines apart by line feeds.
  static func encode(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(line).joined(separator: "\r\n")
  }

  private static func line(_ bytes: Substring.UTF8View.SubSequence) -> String {
    var text = ""
    var column = 0
    for (offset, byte) in bytes.enumerated() {
      let isLast = offset == bytes.count - 1
      let piece = encoded(byte, isLast: isLast)
      // The last column is kept for the mark of a soft break, unless the line ends here anyway.
      if column + piece.utf8.count > (isLast ? 76 : 75) {
        text += "=\r\n"
        column = 0
      }
      text += piece
      column += piece.utf8.count
    }
    return text
  }

  /// White space at the end of a line would be lost on the way.
  private static func encoded(_ byte: UInt8, isLast: Bool) -> String {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      isLast ? "=" + HeaderText.hexadecimal(byte) : String(UnicodeScalar(byte))
    case UInt8(ascii: "="): "=3D"
    case 0x21...0x7E: String(UnicodeScalar(byte))
    default: "=" + HeaderText.hexadecimal(byte)
    }
  }
}
