/// Where the cases of a test file are written. A case is a value, and may have been made by a loop or a
/// function, so each is looked for by its name.
struct RuleTestPlaces {
  /// The tables in the list of cases, by position from 1, as far as they are written there.
  private var listed: [Int: LuaExpression] = [:]
  /// Tables that begin with a text, by that text.
  private var byName: [String: [LuaExpression]] = [:]
  /// Tables that begin with a text that is put together: how it begins and ends.
  private var computed: [(prefix: String, suffix: String, table: LuaExpression)] = []

  init(_ chunk: LuaChunk) {
    if let cases = chunk.entry(at: ["cases"]) {
      for entry in chunk.entries(of: cases) {
        if case .position(let position)? = entry.key { listed[position] = entry.value }
      }
    }
    chunk.forEach { node in
      guard case .expression(let table) = node, let name = table.firstPosition else { return }
      if let text = name.literal {
        byName[text, default: []].append(table)
      } else if let ends = name.ends {
        computed.append((ends.prefix, ends.suffix, table))
      }
    }
  }

  /// The table that makes exactly this case, and no other; nil where a loop or a function makes several.
  func table(_ position: Int, _ name: String) -> LuaExpression? {
    if let table = listed[position], table.firstPosition?.literal == name { return table }
    let named = byName[name] ?? []
    return named.count == 1 ? named[0] : nil
  }

  /// Where the case begins, as well as can be known.
  func start(_ position: Int, _ name: String) -> SourcePosition? {
    if let table = table(position, name) ?? byName[name]?.first { return table.range.start }
    return computed.filter { name.hasPrefix($0.prefix) && name.hasSuffix($0.suffix) }
      .max { $0.prefix.count + $0.suffix.count < $1.prefix.count + $1.suffix.count }?.table.range.start
  }
}

extension LuaExpression {
  /// The first value of a table that has no key: a case's name.
  fileprivate var firstPosition: LuaExpression? {
    fields.first { $0.key.constant == .position(1) }?.value
  }

  fileprivate var literal: String? { if case .text(let text) = kind { text.string } else { nil } }

  /// What a text that is put together begins and ends with; nil when neither is known.
  fileprivate var ends: (prefix: String, suffix: String)? {
    guard case .binary(let left, let sign, let right) = kind, sign.kind == .concatenate else { return nil }
    var last = right
    while case .binary(_, let sign, let right) = last.kind, sign.kind == .concatenate { last = right }
    let (prefix, suffix) = (left.literal ?? "", last.literal ?? "")
    return prefix.isEmpty && suffix.isEmpty ? nil : (prefix, suffix)
  }
}
