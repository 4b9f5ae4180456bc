/// On which line each key of a file's returned table is written.
///
/// A Lua table does not know where its keys came from, so the lines are read from the source: from the table
/// that the file returns. For a key that is set elsewhere, the first place in the file that sets a key of
/// that name is as good as can be had.
struct KeyPlaces: Sendable {
  private let file: String
  private var keys: [[String]: SourceRange] = [:]
  private var values: [[String]: SourceRange] = [:]
  /// By name: where a key or local of that name is set first, anywhere.
  private var settings: [String: SourceRange] = [:]

  init(file: String, source: String) {
    self.init(file: file, chunk: try? LuaParser.parse(source))
  }

  /// Places in a file that has been parsed; nil for one that cannot be.
  init(file: String, chunk: LuaChunk?) {
    self.file = file
    guard let chunk else { return }
    if let root = chunk.returned {
      keys[[]] = chunk.body.statements.last?.range
      values[[]] = root.value.range
      add(root, [], chunk)
    }
    chunk.forEach { node in
      for (name, range) in node.settings where settings[name] == nil { settings[name] = range }
    }
  }

  /// Deeper than this, and at more places, no host looks. A few tables within each other by name would
  /// otherwise make more places than there is memory for.
  private static let deepest = 6
  private static let most = 50_000

  private mutating func add(_ table: LuaEntry, _ path: [String], _ chunk: LuaChunk) {
    guard path.count < KeyPlaces.deepest else { return }
    for entry in chunk.entries(of: table) {
      guard let key = entry.key, keys.count < KeyPlaces.most else { continue }
      let inner = path + [key.text]
      keys[inner] = entry.keyRange
      values[inner] = entry.value.range
      add(entry, inner, chunk)
    }
  }

  /// Where the key at `path` is written.
  func place(_ path: [String]) -> RulePlace? {
    range(path).map { RulePlace(file: file, line: $0.start.line) }
  }

  /// The same, with columns: of the key, or of the value where no key is written.
  func range(_ path: [String]) -> SourceRange? {
    if let known = keys[path] { return known }
    guard let last = path.last else { return nil }
    return settings[last] ?? range(path.dropLast())
  }

  /// Where the value at `path` is written; nil where it is not written out.
  func valueRange(_ path: [String]) -> SourceRange? { values[path] }

  private func range(_ path: ArraySlice<String>) -> SourceRange? { range(Array(path)) }
}

extension LuaKey {
  /// As a part of a path: positions are numbers from 1.
  fileprivate var text: String {
    switch self {
    case .name(let name): name
    case .position(let position): String(position)
    }
  }
}

extension LuaNode {
  /// What this sets: names and keys, and where they are written.
  fileprivate var settings: [(name: String, range: SourceRange)] {
    switch self {
    case .statement(let statement):
      switch statement.kind {
      case .assignment(let targets, _): targets.compactMap(\.setting)
      case .function(let target, _, _): [target.setting].compactMap { $0 }
      default: []
      }
    case .expression(let expression):
      expression.fields.compactMap { field in
        guard case .name(let name)? = field.key.constant, let range = field.key.range else { return nil }
        return (name, range)
      }
    }
  }
}

extension LuaExpression {
  /// The name or last key of something that is set.
  fileprivate var setting: (name: String, range: SourceRange)? {
    switch kind {
    case .name(let name): (name.text, name.range)
    case .member(_, let word): (word.text, word.range)
    case .index(_, let key):
      if case .text(let text) = key.kind { text.string.map { ($0, key.range) } } else { nil }
    default: nil
    }
  }
}
