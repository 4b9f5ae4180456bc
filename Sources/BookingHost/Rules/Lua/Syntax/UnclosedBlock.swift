/// Guesses which block of a broken file lacks its `end`, from how the lines are indented: the parser only
/// comes by the lack where it hurts, which may be pages further down.
struct UnclosedBlock {
  /// The word that opens the block, and its line.
  var word: String
  var line: Int

  /// The first block that a line further left than its inside follows without an `end`; nil where the lines
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
      /// Whether its first line stands further right than itself; nil until there is one.
      var isIndented: Bool?
    }

    var open: [Block] = []
    private var line = 0
    private var indentation = 0

    mutating func take(_ token: LuaToken) -> UnclosedBlock? {
      let isFirst = token.range.start.line > line
      if isFirst {
        line = token.range.start.line
        indentation = token.range.start.column
      }
      if isFirst, let found = suspect(token.kind) { return found }
      switch token.kind {
      case .function, .if, .do, .repeat: push(token.kind.spelling ?? "")
      case .end, .until: _ = open.popLast()
      default: break
      }
      return nil
    }

    private mutating func push(_ word: String) {
      open.append(Block(word: word, line: line, indentation: indentation))
    }

    /// The innermost block, when the line that begins here cannot be inside it.
    private mutating func suspect(_ kind: LuaToken.Kind) -> UnclosedBlock? {
      guard let block = open.last, block.line < line else { return nil }
      let isInside = indentation > block.indentation
      if block.isIndented == nil { open[open.count - 1].isIndented = isInside }
      guard block.isIndented ?? false, !isInside else { return nil }
      switch kind {
      case .end, .until, .else, .elseif: return indentation < block.indentation ? UnclosedBlock(block) : nil
      case .rightBrace, .rightParenthesis: return nil
      default: return UnclosedBlock(block)
      }
    }
  }
}
