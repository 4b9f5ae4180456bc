// Strings: quoted ones with their escapes, and long brackets.
extension LuaLexer {
  mutating func quoted(_ start: SourcePosition) throws(LuaSyntaxError) -> LuaToken {
    let quote = current
    var text: [UInt8] = []
    advance()
    while current != quote {
      switch current {
      case -1, .lineFeed, .carriageReturn: throw unfinished(quote, start)
      case .backslash: try escape(into: &text)
      default:
        text.append(UInt8(current))
        advance()
      }
    }
    advance()
    return LuaToken(kind: .text, value: .text(text), range: range(from: start))
  }

  private func unfinished(_ quote: Int, _ start: SourcePosition) -> LuaSyntaxError {
    let mark = quote == .quote ? "\"" : "'"
    let place = current == -1 ? "in this file" : "on this line"
    return LuaSyntaxError(
      "the text that begins with \(mark) does not end \(place)", at: range(from: start),
      suggestion: "close it with \(mark)")
  }

  private mutating func escape(into text: inout [UInt8]) throws(LuaSyntaxError) {
    let start = position
    advance()
    if let plain = LuaLexer.plainEscapes[current] {
      text.append(plain)
      advance()
      return
    }
    switch current {
    case -1: return
    case .lineFeed, .carriageReturn:
      text.append(UInt8(Int.lineFeed))
      passLineEnd()
    case 0x78: text.append(try hexadecimalEscape(start))
    case 0x75: text += try unicodeEscape(start)
    case 0x7A: skipSpaces()
    default: text.append(try decimalEscape(start))
    }
  }

  /// `\n` and its like.
  private static let plainEscapes: [Int: UInt8] = [
    0x61: 7, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9, 0x76: 11, 0x5C: 0x5C, 0x22: 0x22, 0x27: 0x27,
  ]

  /// `\z` leaves out the white space that follows, line ends too.
  private mutating func skipSpaces() {
    advance()
    while true {
      switch current {
      case .lineFeed, .carriageReturn: passLineEnd()
      case 0x20, 0x09, 0x0B, 0x0C: advance()
      default: return
      }
    }
  }

  private mutating func hexadecimalEscape(_ start: SourcePosition) throws(LuaSyntaxError) -> UInt8 {
    var value = 0
    for _ in 0..<2 {
      advance()
      guard let digit = current.hexadecimalDigit else {
        throw wrongEscape("\\x takes two hexadecimal digits", start, "write it as in \\x41")
      }
      value = value * 16 + digit
    }
    advance()
    return UInt8(value)
  }

  private mutating func decimalEscape(_ start: SourcePosition) throws(LuaSyntaxError) -> UInt8 {
    guard current.isDigit else {
      throw wrongEscape("there is no such escape in a text", start, "a backslash itself is written \\\\")
    }
    var value = 0
    for _ in 0..<3 where current.isDigit {
      value = value * 10 + current - 0x30
      advance()
    }
    guard value <= 255 else {
      throw wrongEscape("a number after \\ is at most 255", start, "write a character's code as in \\u{20AC}")
    }
    return UInt8(value)
  }

  private mutating func unicodeEscape(_ start: SourcePosition) throws(LuaSyntaxError) -> [UInt8] {
    let form = "write a character's code as in \\u{20AC}"
    advance()
    guard current == 0x7B else { throw wrongEscape("\\u takes a code in braces", start, form) }
    advance()
    guard current.hexadecimalDigit != nil else {
      throw wrongEscape("\\u takes a code of hexadecimal digits", start, form)
    }
    var value: UInt32 = 0
    while let digit = current.hexadecimalDigit {
      guard value <= 0x7FFF_FFFF >> 4 else {
        throw wrongEscape("there is no character of so high a code", start, form)
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    guard current == 0x7D else { throw wrongEscape("the code after \\u{ does not end with }", start, form) }
    advance()
    return LuaLexer.utf8(value)
  }

  /// UTF-8 as it was first laid down, up to six bytes: liblua takes any 31-bit code.
  private static func utf8(_ code: UInt32) -> [UInt8] {
    guard code >= 0x80 else { return [UInt8(code)] }
    var rest = code, tail: [UInt8] = []
    // How much still fits into the first byte.
    var most: UInt32 = 0x3F
    repeat {
      tail.insert(UInt8(0x80 | rest & 0x3F), at: 0)
      rest >>= 6
      most >>= 1
    } while rest > most
    return [UInt8(truncatingIfNeeded: ~most << 1 | rest)] + tail
  }

  private func wrongEscape(_ message: String, _ start: SourcePosition, _ suggestion: String) -> LuaSyntaxError
  {
    var end = self
    if end.current != -1, !end.isAtLineEnd { end.advance() }
    return LuaSyntaxError(message, at: end.range(from: start), suggestion: suggestion)
  }

  /// How many `=` the long bracket that opens here has; nil, when none does. Nothing is consumed.
  func longBracketLevel(orFail: Bool) throws(LuaSyntaxError) -> Int? {
    var level = 0
    while peek(1 + level) == 0x3D { level += 1 }
    if peek(1 + level) == .leftBracket { return level }
    guard orFail, level > 0 else { return nil }
    throw LuaSyntaxError(
      "a long text begins with [[ or [=[, and this is neither", at: SourceRange(position, position))
  }

  /// What stands between `[[` and `]]`, consumed with both. A line end right after the opening is left out,
  /// and every other is one `\n`.
  mutating func longBracket(
    _ level: Int, of kind: String, _ start: SourcePosition
  ) throws(LuaSyntaxError) -> [UInt8] {
    for _ in 0..<(level + 2) { advance() }
    if isAtLineEnd { passLineEnd() }
    var text: [UInt8] = []
    while !closes(level) {
      if current == -1 {
        let close = "]" + String(repeating: "=", count: level) + "]"
        throw LuaSyntaxError(
          "the long \(kind) that begins here does not end in this file", at: SourceRange(start, start),
          suggestion: "close it with \(close)")
      }
      if isAtLineEnd {
        text.append(UInt8(Int.lineFeed))
        passLineEnd()
      } else {
        text.append(UInt8(current))
        advance()
      }
    }
    for _ in 0..<(level + 2) { advance() }
    return text
  }

  private func closes(_ level: Int) -> Bool {
    guard current == .rightBracket, peek(1 + level) == .rightBracket else { return false }
    for ahead in 0..<level where peek(1 + ahead) != 0x3D { return false }
    return true
  }
}
