/// A statement as PostgreSQL wants it: `$1` for `?` and for `:name`.
struct PostgresStatement: Hashable {
  /// With `$1`, `$2` and so on.
  let text: String
  /// Which name each place stands for, in order; empty for a statement with `?`.
  let names: [String]

  /// Reads the store's own spelling. Texts in quotes, comments, and `::` are left alone.
  init(_ sql: String) {
    var text = ""
    text.reserveCapacity(sql.utf8.count + 16)
    var names: [String] = []
    var count = 0
    var rest = Substring(sql)
    while let first = rest.first {
      if first == "'" || first == "\"" {
        let end = rest.dropFirst().firstIndex(of: first).map(rest.index(after:)) ?? rest.endIndex
        text += rest[..<end]
        rest = rest[end...]
      } else if rest.hasPrefix("--") {
        let end = rest.firstIndex(of: "\n") ?? rest.endIndex
        rest = rest[end...]
      } else if rest.hasPrefix("::") {
        text += "::"
        rest = rest.dropFirst(2)
      } else if first == "?" {
        count += 1
        text += "$\(count)"
        rest = rest.dropFirst()
      } else if first == ":", let name = PostgresStatement.name(rest.dropFirst()) {
        let place = names.firstIndex(of: name) ?? names.count
        if place == names.count { names.append(name) }
        text += "$\(place + 1)"
        rest = rest.dropFirst(1 + name.count)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    self.text = text
    self.names = names
  }

  private static func name(_ text: Substring) -> String? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return name.isEmpty ? nil : String(name)
  }
}
