/// On which line each key of a file's returned table is written.
///
/// A Lua table does not know where its keys came from, so the lines are read from the source: from the
/// table constructor after the file's last `return`. For a key that is set elsewhere, the first place
/// in the file that reads like setting it is as good as can be had.
struct KeyPlaces: Sendable {
  private let file: String
  private var lines: [[String]: Int] = [:]
  private var firstAssignment: [String: Int] = [:]
  private var returnLine: Int?

  init(file: String, source: String) {
    self.file = file
    let tokens = LuaLexer.tokens(of: source)
    for (token, following) in zip(tokens, tokens.dropFirst())
    where token.kind == .name && following.text == "=" && firstAssignment[token.text] == nil {
      firstAssignment[token.text] = token.line
    }
    guard let last = tokens.lastIndex(where: { $0.kind == .name && $0.text == "return" }) else { return }
    // A `return` inside a function of the table is not the file's own: walk up from the first one that
    // is outside every block.
    let start = KeyPlaces.fileReturn(in: tokens) ?? last
    returnLine = tokens[start].line
    var walk = TableWalk(tokens: tokens, position: start + 1)
    walk.table(path: [])
    lines = walk.lines
  }

  /// Where the key at `path` is written.
  func place(_ path: [String]) -> RulePlace? {
    let line =
      lines[path] ?? path.last.flatMap { firstAssignment[$0] }
      ?? (path.isEmpty ? returnLine : place(path.dropLast())?.line)
    return line.map { RulePlace(file: file, line: $0) }
  }

  private func place(_ path: ArraySlice<String>) -> RulePlace? { place(Array(path)) }

  private static func fileReturn(in tokens: [LuaToken]) -> Int? {
    var depth = 0
    for (index, token) in tokens.enumerated() {
      depth += TableWalk.nesting(token)
      if depth == 0, token.kind == .name, token.text == "return" { return index }
    }
    return nil
  }
}

/// Walks a table constructor and notes the line of each key.
private struct TableWalk {
  let tokens: [LuaToken]
  var position: Int
  var lines: [[String]: Int] = [:]

  /// +1 where a block or bracket opens, -1 where one closes.
  static func nesting(_ token: LuaToken) -> Int {
    switch (token.kind, token.text) {
    case (.name, "function"), (.name, "if"), (.name, "do"), (.name, "repeat"): 1
    case (.name, "end"), (.name, "until"): -1
    case (.symbol, "("), (.symbol, "{"), (.symbol, "["): 1
    case (.symbol, ")"), (.symbol, "}"), (.symbol, "]"): -1
    default: 0
    }
  }

  private func token(_ ahead: Int = 0) -> LuaToken? {
    position + ahead < tokens.count ? tokens[position + ahead] : nil
  }

  private func isSymbol(_ text: String, _ ahead: Int = 0) -> Bool {
    token(ahead).map { $0.kind == .symbol && $0.text == text } ?? false
  }

  mutating func table(path: [String]) {
    guard isSymbol("{") else { return }
    position += 1
    var index = 1
    while token() != nil, !isSymbol("}") {
      let line = token()!.line
      let key = takeKey() ?? String(index)
      if lines[path + [key]] == nil { lines[path + [key]] = line }
      index += 1
      value(path: path + [key])
      if isSymbol(",") || isSymbol(";") { position += 1 }
    }
    position += 1
  }

  /// `name =` or `["name"] =`, consumed; nil when the entry has no key.
  private mutating func takeKey() -> String? {
    if token()?.kind == .name, isSymbol("=", 1) {
      defer { position += 2 }
      return token()!.text
    }
    if isSymbol("["), token(1)?.kind == .text, isSymbol("]", 2), isSymbol("=", 3) {
      defer { position += 4 }
      return token(1)!.text
    }
    return nil
  }

  private mutating func value(path: [String]) {
    if isSymbol("{") { table(path: path) }
    var depth = 0
    while let next = token() {
      if depth == 0, next.kind == .symbol, [",", ";", "}"].contains(next.text) { return }
      depth += TableWalk.nesting(next)
      position += 1
    }
  }
}
