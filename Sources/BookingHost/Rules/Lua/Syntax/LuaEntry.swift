/// The key of an entry in a table.
package enum LuaKey: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case name(String)
  case position(Int)

  package init(stringLiteral name: String) { self = .name(name) }
  package init(integerLiteral position: Int) { self = .position(position) }
}

/// An entry of a table that a file builds: where its key is written, and what it is.
package struct LuaEntry: Sendable {
  /// Nil for the table that the file returns.
  package var key: LuaKey?
  /// Of the key; of the value, where no key is written.
  package var keyRange: SourceRange
  package var value: LuaExpression
  /// Names by which statements may add to the value.
  fileprivate var names: [Path]
  /// The local that holds it, where it is the whole value of one.
  package var local: LuaLocal.ID? { names.first { $0.keys.isEmpty }?.local }

  struct Path: Hashable, Sendable {
    var local: LuaLocal.ID
    var keys: [LuaKey]
  }
}

// The table that a file returns, however it was put together.
extension LuaChunk {
  /// What the file returns: the first value of a `return` that ends it.
  package var returned: LuaEntry? {
    guard case .return(let values)? = body.statements.last?.kind, let value = values.first else { return nil }
    return settled(LuaEntry(key: nil, keyRange: value.range, value: value, names: []))
  }

  /// The entry at a path of keys from the table that the file returns: `["fields", "name", "required"]`.
  package func entry(at path: [LuaKey]) -> LuaEntry? {
    var found = returned
    for key in path {
      guard let here = found else { return nil }
      found = entry(key, of: here)
    }
    return found
  }

  /// An entry of a table by its key. Where a key is written twice it is the last that counts.
  package func entry(_ key: LuaKey, of entry: LuaEntry) -> LuaEntry? {
    entries(of: entry).last { $0.key == key }
  }

  /// The entries of a table: those of its constructor, and those that statements of the file's outermost
  /// block add to it (`mode.party = …`, `function mode.check() … end`). Keys that are worked out are left
  /// out.
  package func entries(of entry: LuaEntry) -> [LuaEntry] {
    let fields = entry.value.fields.compactMap { field -> LuaEntry? in
      guard let key = field.key.constant else { return nil }
      return LuaEntry(
        key: key, keyRange: field.key.range ?? field.value.range, value: field.value,
        names: entry.names.map { LuaEntry.Path(local: $0.local, keys: $0.keys + [key]) })
    }
    return (fields + entry.names.flatMap { additions[$0] ?? [] }).map(settled)
  }

  /// The value behind brackets and names: of a local that is set only where it is declared, what it is set
  /// to.
  package func settled(_ expression: LuaExpression) -> LuaExpression {
    settled(LuaEntry(key: nil, keyRange: expression.range, value: expression, names: [])).value
  }

  /// An expression as the root of entries. With the local that holds it, statements that add to that are
  /// looked at too.
  package func entry(for expression: LuaExpression, named local: LuaLocal.ID? = nil) -> LuaEntry {
    let names = local.map { [LuaEntry.Path(local: $0, keys: [])] } ?? []
    return settled(LuaEntry(key: nil, keyRange: expression.range, value: expression, names: names))
  }

  private func settled(_ entry: LuaEntry) -> LuaEntry {
    var entry = entry
    // A local can only be set to what comes before it, so this would end; but nobody writes so long a chain.
    for _ in 0..<32 {
      switch entry.value.kind {
      case .parenthesized(let inner): entry.value = inner
      case .name(let name):
        guard case .local(let id) = name.binding, !self[id].isReassigned, let value = self[id].initialValue
        else { return entry }
        entry.names.append(LuaEntry.Path(local: id, keys: []))
        entry.value = value
      default: return entry
      }
    }
    return entry
  }
}

extension LuaBlock {
  /// What the statements of this block add to tables that locals hold, by the local and the keys that lead
  /// to the table.
  var additions: [LuaEntry.Path: [LuaEntry]] {
    var additions: [LuaEntry.Path: [LuaEntry]] = [:]
    func add(_ target: LuaExpression, _ value: LuaExpression) {
      guard case let (path, range)? = target.path, let key = path.keys.last else { return }
      let table = LuaEntry.Path(local: path.local, keys: path.keys.dropLast())
      additions[table, default: []].append(LuaEntry(key: key, keyRange: range, value: value, names: [path]))
    }
    for statement in statements {
      switch statement.kind {
      case .assignment(let targets, let values): zip(targets, values).forEach(add)
      case .function(let target, _, let function):
        add(target, LuaExpression(.function(function), function.range))
      default: break
      }
    }
    return additions
  }
}

extension LuaExpression {
  /// The fields of a table constructor; none of anything else.
  package var fields: [LuaTable.Field] {
    if case .table(let table) = kind { table.fields } else { [] }
  }

  /// `mode.party.max` as the local, the keys, and where the last key is written.
  fileprivate var path: (LuaEntry.Path, SourceRange)? {
    switch kind {
    case .name(let name):
      guard case .local(let id) = name.binding else { return nil }
      return (LuaEntry.Path(local: id, keys: []), name.range)
    case .member(let record, let word):
      guard case let (path, _)? = record.path else { return nil }
      return (LuaEntry.Path(local: path.local, keys: path.keys + [.name(word.text)]), word.range)
    case .index(let record, let key):
      guard case let (path, _)? = record.path, let constant = key.constantKey else { return nil }
      return (LuaEntry.Path(local: path.local, keys: path.keys + [constant]), key.range)
    default: return nil
    }
  }

  fileprivate var constantKey: LuaKey? {
    switch kind {
    case .text(let text): text.string.map { .name($0) }
    case .integer(let position): .position(position)
    default: nil
    }
  }
}

extension LuaTable.Key {
  /// The key, where it is written out.
  package var constant: LuaKey? {
    switch self {
    case .position(let position): .position(position)
    case .name(let word): .name(word.text)
    case .computed(let key, _): key.constantKey
    }
  }
}
