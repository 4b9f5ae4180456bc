/// The table that a file returns, as far as it is written out: what stands in for running a file that cannot be
/// run. What is worked out counts as a function, which may be nearly everything.
struct WrittenTable {
  let file: CheckedFile

  /// The table; nil where the file returns none that can be seen.
  var value: PackedValue? {
    guard let root = file.chunk.returned, case .table = root.value.kind else { return nil }
    return value(of: root, depth: 0)
  }

  private func value(of entry: LuaEntry, depth: Int) -> PackedValue {
    switch entry.value.kind {
    case .nil: return .none
    case .boolean(let truth): return .boolean(truth)
    case .integer(let number): return .integer(number)
    case .number(let number): return .number(number)
    case .text(let text): if let string = text.string { return .text(string) }
    case .table where depth < 6: return table(entry, depth)
    default: break
    }
    let place = RulePlace(file: file.path, line: entry.value.range.start.line)
    return .function(RuleFunction(handle: 0, parameters: 0, place: place))
  }

  private func table(_ entry: LuaEntry, _ depth: Int) -> PackedValue {
    var named: [String: PackedValue] = [:]
    var elements: [PackedValue] = []
    for inner in file.chunk.entries(of: entry).prefix(1000) {
      let value = value(of: inner, depth: depth + 1)
      switch inner.key {
      case .name(let name): named[name] = value
      default: elements.append(value)
      }
    }
    if named.isEmpty, !elements.isEmpty { return .list(elements) }
    return .record(named.sorted { $0.key < $1.key }.map { PackedEntry(key: $0.key, value: $0.value) })
  }

  /// Whether the value at a path is written out, so that what is said of it is right.
  func isCertain(_ path: [String]) -> Bool {
    let keys = path.map { key in Int(key).map { LuaKey.position($0) } ?? .name(key) }
    switch file.chunk.entry(at: keys)?.value.kind {
    case .boolean, .integer, .number, .text, .table: return true
    default: return false
    }
  }
}
