/// Guesses which block or bracket of a broken file is not closed, from how the lines are indented: the parser
/// only comes by the lack where it hurts, which may be pages further down.
struct UnclosedBlock {
  /// The word or bracket that opens it, and its line.
  var word: String
  var line: Int

  /// What should close it.
  var closing: String {
    switch word {
    case "{": "}"
    case "(": ")"
    case "repeat": "until"
    default: "end"
    }
  }

  /// The first block that a line further left than its inside follows before it is closed; nil where the lines
  /// tell nothing.
  init?(in bytes: [UInt8], before limit: SourcePosition) {
    var search = Search()
    var lexer = LuaLexer(String(decoding: bytes, as: UTF8.self))
    while let token = try? lexer.next(), token.kind != .endOfFile, token.range.start <= limit {
      if let found = search.take(token) {
        self = found
        return
      }
    }
    guard let last = search.open.last else { return nil }
    self = UnclosedBlock(last)
  }

  private init(_ block: Search.Block) {
    word = block.word
    line = block.line
  }

  private struct Search {
    struct Block {
      var word: String
      var line: Int
      var indentation: Int
      /// Whether more follows in its first line.
      var isBegun = false
      /// Whether its first line of its own stands further right than itself; nil until there is one.
      var isIndented: Bool?

      var isBracket: Bool { word == "{" || word == "(" }
    }

    var open: [Block] = []
    private var line = 0
    private var indentation = 0

    mutating func take(_ token: LuaToken) -> UnclosedBlock? {
      let isFirst = token.range.start.line > line
      if isFirst {
        line = token.range.start.line
        indentation = token.range.start.column
        if let found = suspect(token.kind) { return found }
      } else if !open.isEmpty {
        open[open.count - 1].isBegun = true
      }
      return follow(token.kind)
    }

    private mutating func follow(_ kind: LuaToken.Kind) -> UnclosedBlock? {
      switch kind {
      case .function, .if, .do, .repeat, .leftBrace, .leftParenthesis:
        open.append(Block(word: kind.spelling ?? "", line: line, indentation: indentation))
      case .end, .until:
        // What is open inside the block that ends here.
        if let last = open.last, last.isBracket { return UnclosedBlock(last) }
        _ = open.popLast()
      case .rightBrace: closeBracket("{")
      case .rightParenthesis: closeBracket("(")
      default: break
      }
      return nil
    }

    private mutating func closeBracket(_ word: String) {
      if let index = open.lastIndex(where: { $0.word == word }) { open.removeSubrange(index...) }
    }

    /// The innermost block, when the line that begins here cannot be inside it.
    private mutating func suspect(_ kind: LuaToken.Kind) -> UnclosedBlock? {
      guard let block = open.last, block.line < line else { return nil }
      let isInside = indentation > block.indentation
      let isFirst = block.isIndented == nil
      if isFirst { open[open.count - 1].isIndented = isInside }
      // A bracket whose inside begins in its own line goes on further right, where it goes on at all.
      let isTelling = block.isIndented ?? (isInside || block.isBracket && block.isBegun)
      guard isTelling, !isInside else { return nil }
      switch kind {
      case .end, .until, .else, .elseif: return indentation < block.indentation ? UnclosedBlock(block) : nil
      case .rightBrace, .rightParenthesis: return indentation < block.indentation ? UnclosedBlock(block) : nil
      default: return UnclosedBlock(block)
      }
    }
  }
}
