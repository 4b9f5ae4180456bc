/// JSON as the store keeps it in a column: small, in a fixed key order, and telling 4 from 4.0.
/// (Foundation's coders are ten times slower and lose that difference.)
enum StoredJSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case array([StoredJSON])
  case object([String: StoredJSON])

  var text: String? { if case .text(let value) = self { value } else { nil } }
  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  var array: [StoredJSON]? { if case .array(let value) = self { value } else { nil } }
  var object: [String: StoredJSON]? { if case .object(let value) = self { value } else { nil } }

  /// An object without the keys that have no value.
  static func object(present members: [String: StoredJSON?]) -> StoredJSON {
    .object(members.compactMapValues { $0 })
  }

  /// The JSON text, keys sorted.
  var encoded: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to output: inout String) {
    switch self {
    case .null: output += "null"
    case .boolean(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    // JSON has no word for what is not a number; Swift's own text of any other is valid JSON.
    case .number(let value): output += value.isFinite ? value.description : "null"
    case .text(let value): StoredJSON.write(value, to: &output)
    case .array(let values): write(values, "[", "]", to: &output) { $0.write(to: &$1) }
    case .object(let members):
      write(members.sorted { $0.key < $1.key }, "{", "}", to: &output) { member, output in
        StoredJSON.write(member.key, to: &output)
        output += ":"
        member.value.write(to: &output)
      }
    }
  }

  private func write<T>(
    _ values: [T], _ open: String, _ close: String, to output: inout String,
    each: (T, inout String) -> Void
  ) {
    output += open
    for (index, value) in values.enumerated() {
      if index > 0 { output += "," }
      each(value, &output)
    }
    output += close
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case ..<" ":
        let hex = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
