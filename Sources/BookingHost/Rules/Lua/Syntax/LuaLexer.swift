/// Splits Lua 5.4 source into tokens, by the rules of liblua (Lua 5.4 Reference Manual, section 3.1), with a
/// byte-order mark and a shell's first line skipped as the evaluator skips them.
struct LuaLexer {
  let bytes: [UInt8]
  /// The byte at `offset`; -1 at the end.
  var current = -1
  var offset = 0
  private var line = 1
  private var lineStart = 0
  /// Bytes of this line that continue a character: they take no column.
  private var continuations = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      lineStart = 3
    }
    current = offset < bytes.count ? Int(bytes[offset]) : -1
    if bytes[offset...].starts(with: "#!".utf8) {
      while current != -1, current != .lineFeed { advance() }
    }
  }

  var position: SourcePosition {
    SourcePosition(offset: offset, line: line, column: offset - lineStart - continuations + 1)
  }

  func peek(_ ahead: Int) -> Int {
    offset + ahead < bytes.count ? Int(bytes[offset + ahead]) : -1
  }

  mutating func advance() {
    offset += 1
    current = offset < bytes.count ? Int(bytes[offset]) : -1
    if current & 0xC0 == 0x80, current >= 0 { continuations += 1 }
  }

  var isAtLineEnd: Bool { current == .lineFeed || current == .carriageReturn }

  /// Passes a line end; `\r\n` and `\n\r` are one.
  mutating func passLineEnd() {
    let first = current
    advance()
    if isAtLineEnd, current != first { advance() }
    line += 1
    lineStart = offset
    continuations = 0
    if current & 0xC0 == 0x80, current >= 0 { continuations = 1 }
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  func range(from start: SourcePosition) -> SourceRange { SourceRange(start, position) }

  mutating func next() throws(LuaSyntaxError) -> LuaToken {
    try skipBlanks()
    let start = position
    guard current != -1 else { return LuaToken(kind: .endOfFile, value: .none, range: range(from: start)) }
    if current.isLetter { return name(start) }
    if current.isDigit || (current == .dot && peek(1).isDigit) { return try numeral(start) }
    if current == .quote || current == .apostrophe { return try quoted(start) }
    if current == .leftBracket, let level = try longBracketLevel(orFail: true) {
      let text = try longBracket(level, of: "text", start)
      return LuaToken(kind: .text, value: .text(text), range: range(from: start))
    }
    let kind = symbol()
    return LuaToken(kind: kind, value: .none, range: range(from: start))
  }

  private mutating func skipBlanks() throws(LuaSyntaxError) {
    while true {
      switch current {
      case .lineFeed, .carriageReturn: passLineEnd()
      case 0x20, 0x09, 0x0B, 0x0C: advance()
      case .hyphen where peek(1) == .hyphen: try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(LuaSyntaxError) {
    let start = position
    advance()
    advance()
    if current == .leftBracket, let level = try longBracketLevel(orFail: false) {
      _ = try longBracket(level, of: "comment", start)
      return
    }
    while current != -1, !isAtLineEnd { advance() }
  }

  private mutating func name(_ start: SourcePosition) -> LuaToken {
    let first = offset
    while current.isLetter || current.isDigit { advance() }
    let text = text(from: first)
    if let word = LuaToken.Kind.reserved[text] {
      return LuaToken(kind: word, value: .none, range: range(from: start))
    }
    return LuaToken(kind: .name, value: .name(text), range: range(from: start))
  }

  private mutating func symbol() -> LuaToken.Kind {
    let first = current
    advance()
    if let long = LuaLexer.longSymbol(first, current) {
      advance()
      guard long == .concatenation, current == .dot else { return long }
      advance()
      return .dots
    }
    // The rest of a character that is no symbol, so that it can be shown whole.
    if first >= 0x80 { while current >= 0, current & 0xC0 == 0x80 { advance() } }
    return LuaLexer.shortSymbols[first] ?? .unknown
  }

  private static func longSymbol(_ first: Int, _ second: Int) -> LuaToken.Kind? {
    guard second >= 0 else { return nil }
    return longSymbols[first << 8 | second]
  }

  private static let shortSymbols = symbols(ofLength: 1)
  private static let longSymbols = symbols(ofLength: 2)

  private static func symbols(ofLength length: Int) -> [Int: LuaToken.Kind] {
    let entries = LuaToken.Kind.allCases.compactMap { kind -> (Int, LuaToken.Kind)? in
      guard let bytes = kind.spelling?.utf8, bytes.count == length, !Int(bytes.first!).isLetter else {
        return nil
      }
      return (bytes.reduce(0) { $0 << 8 | Int($1) }, kind)
    }
    return Dictionary(uniqueKeysWithValues: entries)
  }
}

extension Int {
  static let lineFeed = 0x0A
  static let carriageReturn = 0x0D
  static let quote = 0x22
  static let apostrophe = 0x27
  static let hyphen = 0x2D
  static let dot = 0x2E
  static let leftBracket = 0x5B
  static let backslash = 0x5C
  static let rightBracket = 0x5D

  /// ASCII only, whatever the locale: liblua reads no other letters.
  fileprivate var isLetter: Bool {
    (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self == 0x5F
  }
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// The value of a hexadecimal digit.
  var hexadecimalDigit: Int? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }

  var isNameByte: Bool { isLetter || isDigit }
}
