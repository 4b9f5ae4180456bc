extension SeverityRule {
  /// Why a value is no severity: the rest of a sentence that begins with what it is about.
  struct Problem: Error {
    var message: String
    /// What to write instead, where that can be told.
    var hint: String?

    var sentence: String { message + (hint.map { "; " + $0 } ?? "") }
  }

  /// Reads `"refuse"`, `"warn"`, `"allow"` or `{ override = role }`.
  static func read(_ value: PackedValue) -> Result<SeverityRule, Problem> {
    switch value {
    case .text("refuse"): return .success(.refuse)
    case .text("warn"): return .success(.warn)
    case .text("allow"): return .success(.allow)
    case .record(let entries) where entries.count == 1 && entries[0].key == "override":
      return role(entries[0].value).map { .override($0) }
    case .text(let other):
      let known = ["refuse", "warn", "allow"]
      let hint = likeliest(other, among: known).map { "did you mean \"\($0)\"?" }
      return .failure(Problem(message: "\(expectation), and is \"\(other)\"", hint: hint))
    default:
      return .failure(Problem(message: "\(expectation), and is \(value.kindName)"))
    }
  }

  /// A role that staff can have.
  static func role(_ value: PackedValue) -> Result<Role, Problem> {
    let names = Role.ofStaff.map(\.rawValue)
    guard case .text(let name) = value, let role = Role(rawValue: name), role != .none else {
      let given = if case .text(let name) = value { "\"\(name)\"" } else { value.kindName }
      return .failure(
        Problem(message: "must name a role (\(names.joined(separator: ", "))), and is \(given)"))
    }
    return .success(role)
  }

  private static let expectation = "must be \"refuse\", \"warn\", \"allow\" or { override = role }"
}
