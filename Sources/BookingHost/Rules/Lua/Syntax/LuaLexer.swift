/// A token of Lua source and where it starts.
struct LuaToken: Hashable {
  enum Kind: Hashable { case name, text, number, symbol }
  var kind: Kind
  /// The name, the symbol, or a string's contents (escapes are left as written).
  var text: String
  var line: Int
}

/// Splits Lua 5.4 source into tokens (Lua 5.4 Reference Manual, section 3.1). It is used on files that
/// liblua has already accepted, so that on anything odd it may simply go on.
struct LuaLexer {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  static func tokens(of source: String) -> [LuaToken] {
    var lexer = LuaLexer(bytes: Array(source.utf8))
    var tokens: [LuaToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.first == UInt8(ascii: "#") { skipLine() }
  }

  private mutating func next() -> LuaToken? {
    skipBlanks()
    guard let byte = peek() else { return nil }
    let start = line
    if LuaLexer.isNameByte(byte), !LuaLexer.isDigit(byte) {
      return LuaToken(kind: .name, text: take(while: LuaLexer.isNameByte), line: start)
    }
    if LuaLexer.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(LuaLexer.isDigit) == true) {
      return LuaToken(kind: .number, text: take(while: LuaLexer.isNumberByte), line: start)
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      return LuaToken(kind: .text, text: quoted(by: byte), line: start)
    }
    if let long = longBracket() { return LuaToken(kind: .text, text: long, line: start) }
    return LuaToken(kind: .symbol, text: symbol(), line: start)
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private mutating func take(while matches: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = peek(), matches(byte) { advance() }
    return text(from: start, to: position)
  }

  private func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while let byte = peek() {
      if byte <= 32 {
        advance()
      } else if byte == UInt8(ascii: "-"), peek(1) == byte {
        position += 2
        if longBracket() == nil { skipLine() }
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != UInt8(ascii: "\n") { advance() }
  }

  private mutating func quoted(by quote: UInt8) -> String {
    advance()
    let start = position
    while let byte = peek(), byte != quote {
      if byte == UInt8(ascii: "\\"), peek(1) != nil { advance() }
      advance()
    }
    defer { if peek() != nil { advance() } }
    return text(from: start, to: position)
  }

  /// `[[text]]`, `[==[text]==]`; nil, and nothing consumed, when no such bracket opens here.
  private mutating func longBracket() -> String? {
    guard peek() == UInt8(ascii: "[") else { return nil }
    var level = 0
    while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
    guard peek(1 + level) == UInt8(ascii: "[") else { return nil }
    position += level + 2
    let start = position
    let close = [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
    while position < bytes.count, !bytes[position...].starts(with: close) { advance() }
    defer { position = min(bytes.count, position + close.count) }
    return text(from: start, to: position)
  }

  private mutating func symbol() -> String {
    for long in ["...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"]
    where bytes[position...].starts(with: long.utf8) {
      position += long.utf8.count
      return long
    }
    advance()
    return text(from: position - 1, to: position)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isNumberByte(_ byte: UInt8) -> Bool { isNameByte(byte) || byte == UInt8(ascii: ".") }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
  }
}
