/// On which line each key of a file's returned table is written.
///
/// A Lua table does not know where its keys came from, so the lines are read from the source: from the table
/// that the file returns. For a key that is set elsewhere, the first place in the file that sets a key of
/// that name is as good as can be had.
struct KeyPlaces: Sendable {
  private let file: String
  private let chunk: LuaChunk?

  init(file: String, source: String) {
    self.init(file: file, chunk: try? LuaParser.parse(source))
  }

  /// Places in a file that has been parsed; nil for one that cannot be.
  init(file: String, chunk: LuaChunk?) {
    self.file = file
    self.chunk = chunk
  }

  /// Where the key at `path` is written.
  func place(_ path: [String]) -> RulePlace? {
    range(path).map { RulePlace(file: file, line: $0.start.line) }
  }

  /// The same, with columns: of the key, or of the value where no key is written.
  func range(_ path: [String]) -> SourceRange? {
    guard let chunk else { return nil }
    if let entry = chunk.entry(at: path.map(KeyPlaces.key)) {
      return path.isEmpty ? entry.returnRange(chunk) : entry.keyRange
    }
    guard let last = path.last else { return nil }
    return firstSetting(of: last, in: chunk) ?? range(path.dropLast())
  }

  /// Where the value at `path` is written; nil where it is not written out.
  func valueRange(_ path: [String]) -> SourceRange? {
    chunk?.entry(at: path.map(KeyPlaces.key))?.value.range
  }

  private func range(_ path: ArraySlice<String>) -> SourceRange? { range(Array(path)) }

  private static func key(_ text: String) -> LuaKey { Int(text).map { .position($0) } ?? .name(text) }

  private func firstSetting(of name: String, in chunk: LuaChunk) -> SourceRange? {
    var found: SourceRange?
    chunk.walk { node in
      if found == nil { found = node.setting(of: name) }
      return found == nil
    }
    return found
  }
}

extension LuaEntry {
  /// Of the `return` that ends the file.
  fileprivate func returnRange(_ chunk: LuaChunk) -> SourceRange? { chunk.body.statements.last?.range }
}

extension LuaNode {
  /// Where this sets a key or a name.
  fileprivate func setting(of name: String) -> SourceRange? {
    switch self {
    case .statement(let statement):
      switch statement.kind {
      case .assignment(let targets, _): targets.lazy.compactMap { $0.range(of: name) }.first
      case .function(let target, _, _): target.range(of: name)
      default: nil
      }
    case .expression(let expression):
      expression.fields.lazy.first { $0.key.constant == .name(name) }?.key.range
    }
  }
}

extension LuaExpression {
  /// Where the name or last key of something that is set is written, if it is this one.
  fileprivate func range(of name: String) -> SourceRange? {
    switch kind {
    case .name(let word) where word.text == name: word.range
    case .member(_, let word) where word.text == name: word.range
    case .index(_, let key):
      if case .text(let text) = key.kind, text.string == name { key.range } else { nil }
    default: nil
    }
  }
}
