extension PackedValue {
  /// The value as one would write it in a test file: `"any"`, `{ "a", "b" }`, `absent`.
  var inLua: String {
    switch self {
    case .none: RuleTestContract.absent
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let integer): String(integer)
    case .number(let number): number.description
    case .text(let text): PackedValue.quoted(text)
    case .list(let elements): PackedValue.table(elements.map(\.inLua))
    case .record(let entries): PackedValue.table(entries.map { PackedValue.key($0.key) + $0.value.inLua })
    case .function(let function): "a function (\(function.place))"
    }
  }

  private static func table(_ items: [String]) -> String {
    items.isEmpty ? "{}" : "{ \(items.joined(separator: ", ")) }"
  }

  private static func key(_ key: String) -> String {
    if let position = Int(key), position > 0 { return "" }
    let isName =
      key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
      && key.utf8.first.map { !(48...57).contains($0) } == true
    return isName ? "\(key) = " : "[\(quoted(key))] = "
  }

  /// A text between quotes. Escapes are Lua's own (Lua 5.4 Reference Manual, section 3.1).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case ..<" ", "\u{7F}":
        quoted += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
