// What is said of mistakes, and what to write instead. These functions change nothing, but are called from
// ones that call each other in circles: mutating, they need no copy of the parser in each frame.
extension LuaParser {
  /// A token that has to come here and does not.
  mutating func missing(_ wanted: LuaToken.Kind, toClose opening: Mark? = nil) -> LuaSyntaxError {
    let needed = wanted.spelling ?? "a name"
    var note = ""
    if let opening, let word = opening.kind.spelling, opening.start.line != place.start.line {
      note = " (to close '\(word)' at line \(opening.start.line))"
    }
    if kind == .endOfFile {
      return LuaSyntaxError(
        "the file ends where `\(needed)` is needed\(note)", at: place, suggestion: endHint(wanted))
    }
    if hints.returnEnd == lastEnd.offset, let late = afterReturn() { return late }
    if let strange = strangeCharacter() { return strange }
    if kind == .assign {
      return LuaSyntaxError("`=` sets a value and does not compare", at: place, suggestion: hint)
    }
    return LuaSyntaxError("`\(needed)` is missing before \(found)\(note)", at: place, suggestion: hint)
  }

  mutating func missingName() -> LuaSyntaxError {
    if let word = kind.spelling, LuaToken.Kind.reserved[word] != nil {
      return LuaSyntaxError(
        "`\(word)` is a word of Lua itself and cannot be a name", at: place,
        suggestion: "take another name, or write [\"\(word)\"] for a key")
    }
    return LuaSyntaxError("a name is missing before \(found)", at: place, suggestion: hint)
  }

  mutating func missingParameter() -> LuaSyntaxError {
    LuaSyntaxError("a parameter's name is missing before \(found)", at: place, suggestion: hint)
  }

  mutating func missingAfterLoopVariable() -> LuaSyntaxError {
    LuaSyntaxError(
      "`for` needs `=` or `in` after its variable, and finds \(found)", at: place,
      suggestion: "write as in `for i = 1, 10 do` or `for _, value in ipairs(list) do`")
  }

  mutating func missingValue() -> LuaSyntaxError {
    if kind == .endOfFile {
      return LuaSyntaxError("the file ends where a value is needed", at: place)
    }
    if let strange = strangeCharacter() { return strange }
    guard place.start.offset == hints.statementStart else {
      return LuaSyntaxError("a value is missing before \(found)", at: place, suggestion: keyHint ?? hint)
    }
    var suggestion = hint
    if kind == .doubleSlash || kind == .hash { suggestion = "a comment begins with --" }
    if kind == .comma || kind == .rightBrace, hints.functionLine != nil { suggestion = unclosed }
    return LuaSyntaxError("a statement cannot begin with \(found)", at: place, suggestion: suggestion)
  }

  /// After `value:name`, or after `:` alone.
  mutating func missingArguments() -> LuaSyntaxError {
    LuaSyntaxError(
      "`:` calls a function, and \(found) is none of its arguments", at: place,
      suggestion: "an entry of a table is written `name = value`, with `=`")
  }

  mutating func unclosedTable(_ opening: Mark) -> LuaSyntaxError {
    if kind == .assign {
      return LuaSyntaxError(
        "what stands before `=` in a table must be a name", at: place,
        suggestion: "write any other key in brackets, as in [\"key\"] = value")
    }
    return missingComma("entries", "table", opening) ?? missing(.rightBrace, toClose: opening)
  }

  mutating func unclosedArguments(_ opening: Mark) -> LuaSyntaxError {
    missingComma("arguments", "call", opening) ?? missing(.rightParenthesis, toClose: opening)
  }

  private func missingComma(_ things: String, _ whole: String, _ opening: Mark) -> LuaSyntaxError? {
    switch kind {
    case .name, .text, .integer, .number, .leftBrace, .leftBracket, .function, .nil, .true, .false, .not:
      let line = opening.start.line
      let origin = line == place.start.line ? "" : " of the \(whole) that begins on line \(line)"
      return LuaSyntaxError(
        "a comma is missing between two \(things)\(origin), before \(found)",
        at: SourceRange(lastEnd, lastEnd), suggestion: "write a comma here")
    default: return nil
    }
  }

  /// An expression where a statement should be.
  mutating func doesNothing(_ first: Suffixed) -> LuaSyntaxError {
    let text = shown(first.expression.range)
    if let strange = strangeCharacter() { return strange }
    if case .name(let name) = first.expression.kind, let mistake = mistakenWord(name) { return mistake }
    if let symbol = kind.binaryOperator, first.isVariable, lexer.current == 0x3D {
      return LuaSyntaxError(
        "Lua has no `\(symbol.symbol)=`", at: place,
        suggestion: "write `\(text) = \(text) \(symbol.symbol) …`")
    }
    return LuaSyntaxError(
      "`\(text)` alone does nothing: a statement sets a value or calls a function",
      at: first.expression.range, suggestion: hint)
  }

  private func mistakenWord(_ name: LuaName) -> LuaSyntaxError? {
    let others = ["elif": "elseif", "elsif": "elseif", "var": "local", "let": "local", "const": "local"]
    let meant =
      others[name.text]
      ?? (name.text.utf8.count > 12 ? nil : closest(to: name.text, among: LuaToken.Kind.words))
    guard let meant, kind != .endOfFile else { return nil }
    return LuaSyntaxError(
      "`\(name.text)` is no word of Lua", at: name.range, suggestion: "did you mean `\(meant)`?")
  }

  mutating func notAssignable(_ target: Suffixed) -> LuaSyntaxError {
    LuaSyntaxError(
      "`\(shown(target.expression.range))` cannot be set: only names and what is in tables can",
      at: target.expression.range, suggestion: kind == .assign ? "write == to compare" : nil)
  }

  private func afterReturn() -> LuaSyntaxError? {
    guard !kind.endsBlock(withUntil: true), hint == nil, kind.binaryOperator == nil else { return nil }
    return LuaSyntaxError(
      "`return` comes last in its block, and \(found) follows", at: place,
      suggestion: "put an `end` between, or take out what follows")
  }

  /// What closes nothing.
  mutating func strayEnd() -> LuaSyntaxError {
    if hints.returnEnd == lastEnd.offset, let late = afterReturn() { return late }
    let hint = kind == .end ? "take it out, or look for one `end` too many above" : nil
    return LuaSyntaxError("\(found) closes nothing here", at: place, suggestion: hint)
  }

  mutating func outsideVararg() -> LuaSyntaxError {
    LuaSyntaxError(
      "`...` stands only in a function that takes `...`", at: place,
      suggestion: "write `function(...)`, or name the parameters")
  }

  mutating func nestedTooDeeply() -> LuaSyntaxError {
    LuaSyntaxError(
      "blocks, brackets and operators are nested too deeply here", at: place,
      suggestion: "split it into functions or locals")
  }

  // MARK: The pieces

  /// The current token, as it is shown.
  private var found: String {
    kind == .endOfFile ? "the end of the file" : "`\(shown(place))`"
  }

  private func shown(_ range: SourceRange) -> String {
    let bytes = lexer.bytes[range.offsets]
    let line = String(decoding: bytes.prefix(80), as: UTF8.self).prefix { !$0.isNewline }
    return line.utf8.count < bytes.count || line.count > 40 ? line.prefix(40) + "…" : String(line)
  }

  /// A character that no Lua has, wherever it stands.
  private func strangeCharacter() -> LuaSyntaxError? {
    guard kind == .unknown else { return nil }
    return LuaSyntaxError("\(found) means nothing in Lua", at: place, suggestion: hint)
  }

  /// For a word of Lua where a key seems to be meant.
  private var keyHint: String? {
    var ahead = lexer
    guard let word = kind.spelling, LuaToken.Kind.reserved[word] != nil, (try? ahead.next())?.kind == .assign
    else { return nil }
    return "write [\"\(word)\"] = … for a key that is a word of Lua"
  }

  /// What may have been meant by a character that is out of place.
  private var hint: String? {
    switch shown(place) {
    case "!": lexer.current == 0x3D ? "write ~= for \"is not\"" : "write `not`"
    case "&": "write `and`"
    case "|": "write `or`"
    case "?": "write `condition and this or that`"
    case "=": lexer.current == 0x3C ? "write <=" : lexer.current == 0x3E ? "write >=" : "write =="
    case "if": "`if` gives no value; write `condition and this or that`"
    case "“", "”", "„", "‘", "’", "‚", "«", "»": "write plain quotes: \""
    case "–", "—", "−": "write a plain minus: -"
    case "\u{A0}", "\u{202F}", "\u{2009}", "\u{200B}", "\u{FEFF}":
      "an invisible character stands here; delete it, and type a plain space"
    default: LuaParser.isLetter(lexer.bytes[place.offsets]) ? "names are made of a-z, A-Z, 0-9 and _" : nil
    }
  }

  /// A letter of some other alphabet than Lua's.
  private static func isLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return bytes.first.map { $0 >= 0x80 } ?? false && scalars.first?.properties.isAlphabetic == true
  }

  private func endHint(_ wanted: LuaToken.Kind) -> String? {
    guard wanted == .end || wanted == .rightBrace || wanted == .rightParenthesis else { return nil }
    guard wanted == .end, let line = hints.splitElseifLine else { return unclosed }
    return "`else if` on line \(line) needs an `end` of its own; write `elseif`"
  }

  /// Which block may lack its `end`.
  private var unclosed: String? {
    UnclosedBlock(in: lexer.bytes, before: place.start).map {
      "the `\($0.word)` on line \($0.line) seems to have no `\($0.closing)`"
    }
  }
}
