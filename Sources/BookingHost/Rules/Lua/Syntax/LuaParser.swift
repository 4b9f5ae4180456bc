/// Reads Lua 5.4 source into a tree, by the grammar and limits of liblua: it accepts what liblua accepts, and
/// refuses what liblua refuses, but for two limits that follow from liblua's code generation (`LuaScopes`).
///
/// By recursive descent, one function to a rule of the grammar. The depth is bounded as liblua's is, so that
/// the deepest source ends in an error long before the smallest thread's stack does. For the same reason
/// the functions that call each other in circles are short, and leave everything else to others: in a
/// debug build every value that a function mentions has room of its own in its frame.
package struct LuaParser {
  var lexer: LuaLexer
  // The current token.
  private(set) var kind = LuaToken.Kind.endOfFile
  private(set) var place = SourceRange.empty
  private(set) var value = LuaToken.Value.none
  private var ahead: LuaToken?
  /// Where the token before the current one ends.
  private(set) var lastEnd = SourcePosition.start
  var scopes = LuaScopes()
  private var level = 0
  var hints = Hints()

  /// What was come by that may explain a mistake further on.
  struct Hints {
    /// Where the statement being read begins.
    var statementStart = 0
    /// Where the last `return` ends.
    var returnEnd = -1
    /// The line of the `function` whose body is being read.
    var functionLine: Int?
    /// The line of the first `else if`, which is often meant as `elseif`.
    var splitElseifLine: Int?
  }

  /// A token that is closed by another further on.
  struct Mark {
    var kind: LuaToken.Kind
    var start: SourcePosition
  }

  /// The tree of a source text. Throws the first mistake in it.
  package static func parse(_ source: String) throws(LuaSyntaxError) -> LuaChunk {
    var parser = LuaParser(lexer: LuaLexer(source))
    return try parser.chunk()
  }

  private init(lexer: LuaLexer) {
    self.lexer = lexer
  }

  private mutating func chunk() throws(LuaSyntaxError) -> LuaChunk {
    // What compiled Lua begins with.
    if lexer.current == 0x1B { throw LuaSyntaxError("this is not a Lua text file", at: .empty) }
    try advance()
    _ = scopes.openFunction(isVararg: true)
    let body = try block(from: .start)
    guard kind == .endOfFile else { throw strayEnd() }
    try scopes.closeFunction()
    return LuaChunk(body: body, locals: scopes.locals, functionCount: scopes.functionCount)
  }

  // MARK: Tokens

  mutating func advance() throws(LuaSyntaxError) {
    lastEnd = place.end
    if let token = ahead {
      ahead = nil
      show(token)
    } else {
      show(try lexer.next())
    }
  }

  private mutating func show(_ token: LuaToken) {
    kind = token.kind
    place = token.range
    value = token.value
  }

  /// The kind of the token after the current one.
  mutating func peek() throws(LuaSyntaxError) -> LuaToken.Kind {
    if ahead == nil { ahead = try lexer.next() }
    return ahead!.kind
  }

  mutating func take(_ wanted: LuaToken.Kind) throws(LuaSyntaxError) -> Bool {
    guard kind == wanted else { return false }
    try advance()
    return true
  }

  mutating func expect(_ wanted: LuaToken.Kind) throws(LuaSyntaxError) {
    guard kind == wanted else { throw missing(wanted) }
    try advance()
  }

  /// Takes the token that opens something.
  mutating func open() throws(LuaSyntaxError) -> Mark {
    let mark = Mark(kind: kind, start: place.start)
    try advance()
    return mark
  }

  /// Takes the token that closes what another has opened.
  mutating func close(_ wanted: LuaToken.Kind, _ opening: Mark) throws(LuaSyntaxError) {
    guard kind == wanted else { throw missing(wanted, toClose: opening) }
    try advance()
  }

  mutating func word() throws(LuaSyntaxError) -> LuaWord {
    guard case .name(let text) = value else { throw missingName() }
    let word = LuaWord(text: text, range: place)
    try advance()
    return word
  }

  // Mutating, so that no copy of the parser is made for it in every frame.
  mutating func range(from start: SourcePosition) -> SourceRange { SourceRange(start, lastEnd) }

  // MARK: Depth

  /// liblua nests at most 200 C calls. Those that lead to the compiler take up some of them: as many as when
  /// the evaluator loads a mode's file.
  static let deepest = 198

  mutating func enterLevel() throws(LuaSyntaxError) {
    guard level < LuaParser.deepest else { throw nestedTooDeeply() }
    level += 1
  }

  mutating func leaveLevel() { level -= 1 }
}
