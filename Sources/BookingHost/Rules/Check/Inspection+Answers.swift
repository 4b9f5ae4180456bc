// What functions of the contract return, where that is written out.
extension Inspection {
  /// What a function must return.
  private enum Answer {
    case integer, boolean, text, severity, status, format, match, allowed
  }

  func inspectAnswers(
    of function: Shape.Function, _ path: [String], _ arguments: [Shape], _ context: RuleContext
  ) {
    guard let answer = Inspection.answer(path) else { return }
    let given = Dictionary(zip(function.function.parameters, arguments)) { first, _ in first }
    let frame = enter(
      function.frame.file, function: function.function.id, parent: function.frame, context, arguments: given)
    for values in function.function.body.returns {
      guard let value = values.first else {
        continue
      }
      for leaf in value.alternatives { inspect(leaf, answer, path, frame) }
    }
  }

  private static func answer(_ path: [String]) -> Answer? {
    switch (path[0], path.last!) {
    case ("severity", _): .severity
    case ("messages", _), ("source", _): .text
    case ("status", _): .status
    case ("party", _), ("time", _), ("pacing", _), ("covers", _): .integer
    case ("fields", "required"), ("guests", "same_name"): .boolean
    case ("guests", "match"): .match
    case ("waitlist", "allowed"): .allowed
    case ("waitlist", _): .integer
    case ("fields", "format"): .format
    case ("fields", "min_length"), ("fields", "max_length"), ("fields", "min"), ("fields", "max"): .integer
    default: nil
    }
  }

  private func inspect(_ value: LuaExpression, _ answer: Answer, _ path: [String], _ frame: Frame) {
    let shape = shape(of: value, in: frame)
    switch answer {
    case .severity: inspectSeverity(value, shape, frame)
    case .status:
      if case .constant(let text) = shape.kind, ContractReader.newStatus(text) == nil {
        reportAnswer(value, shape, path, "\"confirmed\" or \"pending\"", frame)
      }
    case .match: inspectMatch(value, shape, path, frame)
    case .integer:
      if shape.isNot(.number) || shape.kind == .nothing {
        reportAnswer(value, shape, path, "a whole number", frame)
      }
    case .allowed:
      if shape.isNot(.boolean) || shape.kind == .nothing {
        reportAnswer(value, shape, path, "true, or false and perhaps a sentence", frame)
      }
    case .boolean: if shape.isNot(.boolean) { reportAnswer(value, shape, path, "true or false", frame) }
    case .text:
      if shape.isNot(.text) || shape.kind == .nothing { reportAnswer(value, shape, path, "text", frame) }
    case .format:
      if shape.isNot(.boolean) || shape.kind == .nothing {
        reportAnswer(value, shape, path, "true, or false and a sentence", frame)
      }
    }
  }

  private func inspectMatch(_ value: LuaExpression, _ shape: Shape, _ path: [String], _ frame: Frame) {
    if case .constant(let text) = shape.kind {
      if GuestMatch.Contact(rawValue: text) != nil { return }
    } else if !shape.isNot(.text), shape.kind != .nothing {
      return
    }
    reportAnswer(value, shape, path, GuestMatch.Contact.words, frame)
  }

  private func reportAnswer(
    _ value: LuaExpression, _ shape: Shape, _ path: [String], _ expected: String, _ frame: Frame
  ) {
    report(
      "wrong_answer",
      "the function of `\(path.joined(separator: "."))` must return \(expected), and returns \(shape.described) here",
      value.range, in: frame.file)
  }

  private func inspectSeverity(_ value: LuaExpression, _ shape: Shape, _ frame: Frame) {
    let names = ["refuse", "warn", "allow"]
    switch shape.kind {
    case .constant(let text) where !names.contains(text):
      let meant =
        text == "override"
        ? "write { override = \"manager\" }"
        : likeliest(text, among: names).map { "did you mean \"\($0)\"?" }
      report(
        "wrong_answer", "there is no severity \"\(text)\"", value.range, in: frame.file,
        suggestion: meant ?? "there are \"refuse\", \"warn\", \"allow\" and { override = \"manager\" }")
    case .table(let table): inspectOverride(table, value, frame)
    case .builtin(let name):
      report(
        "wrong_answer", "`\(name)` is a function, and no severity", value.range, in: frame.file,
        suggestion: name == "override" ? "write { override = \"manager\" }" : "write \"\(name)\" in quotes")
    case .boolean, .literal, .integer, .number:
      reportAnswer(
        value, shape, ["severity"], "\"refuse\", \"warn\", \"allow\" or { override = role }", frame)
    default: break
    }
  }

  private func inspectOverride(_ table: Shape.Table, _ value: LuaExpression, _ frame: Frame) {
    let file = table.frame.file
    for entry in entries(of: table).values {
      guard let name = entry.name else { continue }
      guard name == "override" else {
        report(
          "wrong_answer", "a severity has no `\(name)`", entry.keyRange, in: file,
          suggestion: "write { override = \"manager\" }")
        continue
      }
      let roles = Role.ofStaff.map(\.rawValue)
      guard case .constant(let role) = shape(of: entry.value, in: table.frame).kind, !roles.contains(role)
      else { continue }
      report(
        "unknown_role", "there is no role \"\(role)\"", entry.value.range, in: file,
        suggestion: likeliest(role, among: roles).map { "did you mean \"\($0)\"?" }
          ?? "there are \(roles.joined(separator: ", "))")
    }
  }
}

extension Shape {
  /// Whether it is certainly of another family.
  fileprivate func isNot(_ wanted: Family) -> Bool { family.map { $0 != wanted } ?? false }
}

extension LuaExpression {
  /// What the value may be: of `a and b or c` both b and c.
  fileprivate var alternatives: [LuaExpression] {
    switch kind {
    case .parenthesized(let inner): inner.alternatives
    case .binary(let left, let symbol, let right) where symbol.kind == .or: left.guarded + right.alternatives
    case .binary(_, let symbol, let right) where symbol.kind == .and: right.alternatives
    default: [self]
    }
  }

  /// The left of an `or`: what stands there is the value only when it is true.
  private var guarded: [LuaExpression] {
    switch kind {
    case .parenthesized(let inner): inner.guarded
    case .binary(_, let symbol, let right) where symbol.kind == .and: right.guarded
    case .text, .table, .integer, .number: [self]
    default: []
    }
  }
}
