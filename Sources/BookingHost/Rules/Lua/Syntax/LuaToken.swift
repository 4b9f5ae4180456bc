/// A token of Lua source and where it is.
struct LuaToken: Sendable {
  var kind: Kind
  var value: Value
  var range: SourceRange

  /// What a token stands for besides its kind.
  enum Value: Sendable {
    case none
    case name(String)
    /// A string's bytes, escapes read.
    case text([UInt8])
    case integer(Int)
    case number(Double)
  }

  enum Kind: UInt8, Sendable, CaseIterable {
    // Reserved words, in the order of `LuaToken.Kind.words`.
    case and, `break`, `do`, `else`, elseif, end, `false`, `for`, function, goto, `if`, `in`, local
    case `nil`, not, or, `repeat`, `return`, then, `true`, until, `while`
    // Symbols, in the order of `LuaToken.Kind.symbols`.
    case plus, minus, star, slash, percent, caret, hash, ampersand, tilde, bar, less, greater, assign
    case leftParenthesis, rightParenthesis, leftBrace, rightBrace, leftBracket, rightBracket
    case semicolon, colon, comma, dot
    case doubleSlash, shiftLeft, shiftRight, equal, notEqual, lessOrEqual, greaterOrEqual, doubleColon
    case concatenation, dots
    case name, text, integer, number, endOfFile
    /// A character that means nothing in Lua.
    case unknown
  }
}

extension LuaToken.Kind {
  static let words = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local",
    "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]
  static let symbols = [
    "+", "-", "*", "/", "%", "^", "#", "&", "~", "|", "<", ">", "=", "(", ")", "{", "}", "[", "]", ";", ":",
    ",", ".", "//", "<<", ">>", "==", "~=", "<=", ">=", "::", "..", "...",
  ]
  private static let spellings = words + symbols

  /// As it is written; nil for what is written in many ways.
  var spelling: String? {
    Int(rawValue) < LuaToken.Kind.spellings.count ? LuaToken.Kind.spellings[Int(rawValue)] : nil
  }
}

extension LuaToken.Kind {
  /// Lua's reserved words.
  static let reserved = Dictionary(
    uniqueKeysWithValues: words.indices.map { (words[$0], LuaToken.Kind(rawValue: UInt8($0))!) })

  /// Whether a block ends here. A label before `until` is not the last of its block, since the condition
  /// still sees the block's locals.
  func endsBlock(withUntil: Bool) -> Bool {
    switch self {
    case .else, .elseif, .end, .endOfFile: true
    case .until: withUntil
    default: false
    }
  }
}
