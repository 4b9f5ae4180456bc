// Comparisons that can never be true, and operators that fail on what they are given.
extension Inspection {
  func inspectBinary(_ left: LuaExpression, _ symbol: LuaOperator, _ right: LuaExpression, _ frame: Frame) {
    let sides = Sides(left, right, shape(of: left, in: frame), shape(of: right, in: frame), frame)
    switch symbol.kind {
    case .equal, .notEqual: inspectEquality(sides, symbol)
    case .less, .greater, .lessOrEqual, .greaterOrEqual: inspectOrder(sides, symbol)
    case .concatenate: for (side, shape) in sides.both { inspectConcatenation(side, shape, frame) }
    case .and, .or: break
    default: for (side, shape) in sides.both { inspectArithmetic(side, shape, symbol, frame) }
    }
  }

  func inspectUnary(_ symbol: LuaOperator, _ operand: LuaExpression, _ frame: Frame) {
    let shape = shape(of: operand, in: frame)
    switch (symbol.kind, shape.family) {
    case (.negate, _), (.bitNot, _): inspectArithmetic(operand, shape, symbol, frame)
    case (.length, .number), (.length, .boolean), (.length, .function):
      report(
        "wrong_operand", "`\(frame.file.text(operand.range))` is \(shape.described), and has no length",
        operand.range, in: frame.file)
    default: break
    }
  }

  /// The two sides of an operator, and what is known of them.
  struct Sides {
    var left, right: LuaExpression
    var leftShape, rightShape: Shape
    var frame: Frame

    init(
      _ left: LuaExpression, _ right: LuaExpression, _ leftShape: Shape, _ rightShape: Shape, _ frame: Frame
    ) {
      (self.left, self.right) = (left, right)
      (self.leftShape, self.rightShape) = (leftShape, rightShape)
      self.frame = frame
    }

    var both: [(LuaExpression, Shape)] { [(left, leftShape), (right, rightShape)] }

    /// The same with the sides changed over.
    var turned: Sides { Sides(right, left, rightShape, leftShape, frame) }

    var range: SourceRange {
      SourceRange(min(left.range.start, right.range.start), max(left.range.end, right.range.end))
    }

    /// What the left is called in a sentence.
    var name: String { leftShape.origin ?? text(left) }

    func text(_ side: LuaExpression) -> String { frame.file.text(side.range) }
  }

  // MARK: == and ~=

  private func inspectEquality(_ sides: Sides, _ symbol: LuaOperator) {
    if !reportUnlike(sides, symbol) { _ = reportUnlike(sides.turned, symbol) }
  }

  /// Whether the left side is such that the right can never equal it, and that was said.
  private func reportUnlike(_ sides: Sides, _ symbol: LuaOperator) -> Bool {
    switch (sides.leftShape.kind, sides.rightShape.kind) {
    case (.oneOf(let names, let noun), .constant(let text)) where !names.contains(text):
      guard !mayBeOfOtherMode(text, noun, sides) else { return true }
      reportNoSuch(text, names, noun, sides)
    case (.date, .constant(let text)) where !Inspection.isDate(text): reportNoDate(text, sides)
    case (.time, .constant(let text)) where !Inspection.isTime(text): reportNoTime(text, sides)
    case (.text, .constant("")) where sides.leftShape.isAnswer: reportEmpty(sides, symbol)
    case (.text, .constant(let name)):
      mention(name, of: sides.leftShape)
      return false
    case (.truth, .boolean) where sides.right.isFalse:
      report(
        "never_equal", "`\(sides.name)` is true or nil, and never false", sides.right.range,
        in: sides.frame.file,
        suggestion: "write `not \(sides.text(sides.left))`")
    default:
      guard let left = sides.leftShape.family, let right = sides.rightShape.family, left != right,
        sides.leftShape.origin != nil || sides.rightShape.origin == nil
      else { return false }
      let always = symbol.kind == .equal ? "never equals" : "always differs from"
      report(
        "never_equal",
        "`\(sides.name)` is \(sides.leftShape.described), and \(always) \(sides.rightShape.described)",
        sides.range, in: sides.frame.file, suggestion: remedy(sides, symbol))
    }
    return true
  }

  /// Whether shared code may compare with a choice that only some modes have.
  private func mayBeOfOtherMode(_ text: String, _ noun: String, _ sides: Sides) -> Bool {
    guard sides.frame.file.isLibrary, !(sides.leftShape.origin?.hasPrefix("facts") ?? false) else {
      return false
    }
    return modes.values.contains { mode in
      guard mode.fields[noun] != nil else { return false }
      return mode.choices[noun]?.contains(text) ?? true
    }
  }

  private func reportNoSuch(_ text: String, _ names: [String], _ noun: String, _ sides: Sides) {
    let meant = likeliest(text, among: names)
    let listed = names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ") + (names.count > 12 ? " …" : "")
    report(
      "unknown_value", "there is no \(noun) \"\(text)\"", sides.right.range, in: sides.frame.file,
      suggestion: (Slips.luaTypes[text] ?? meant).map { "did you mean \"\($0)\"?" } ?? "there are \(listed)")
  }

  private func reportEmpty(_ sides: Sides, _ symbol: LuaOperator) {
    let written = sides.text(sides.left)
    report(
      "never_equal", "`\(sides.name)` is nil when it is not answered, and never an empty text",
      sides.right.range,
      in: sides.frame.file, suggestion: "write `\(symbol.kind == .equal ? "not " : "")\(written)`")
  }

  private func reportNoDate(_ text: String, _ sides: Sides) {
    var hint = "write year, month and day, as in \"2026-12-24\""
    if text.utf8.count == 5, text.utf8.dropFirst(2).first == UInt8(ascii: "-") {
      hint = "compare month and day: `\(sides.text(sides.left)):sub(6) == \"\(text)\"`"
    }
    report(
      "unknown_value", "\"\(text)\" is no date as `\(sides.name)` has it", sides.right.range,
      in: sides.frame.file,
      suggestion: hint)
  }

  private func reportNoTime(_ text: String, _ sides: Sides) {
    let minute = Inspection.minute(text)
    let hint = minute.map { "write \"\(ClockTime.text($0))\"" } ?? "write hours and minutes, as in \"19:30\""
    report(
      "unknown_value", "\"\(text)\" is no time as `\(sides.name)` has it", sides.right.range,
      in: sides.frame.file,
      suggestion: hint)
  }

  private static func isDate(_ text: String) -> Bool { CivilDate(text)?.description == text }
  private static func isTime(_ text: String) -> Bool {
    minute(text).map { ClockTime.text($0) == text } ?? false
  }

  private static func minute(_ text: String) -> Int? {
    ClockTime.minute(text) ?? ClockTime.minute("0" + text)
  }

  /// What to write instead of comparing things of two kinds.
  private func remedy(_ sides: Sides, _ symbol: LuaOperator) -> String? {
    let sign = symbol.kind.symbol
    let written = sides.text(sides.left)
    if case .record(let record) = sides.rightShape.kind {
      return Inspection.remedy(record, sides.leftShape, sides.text(sides.right))
    }
    switch (sides.leftShape.kind, sides.rightShape.kind) {
    case (.time, .literal(let hour)) where (0...30).contains(hour):
      return "compare minutes: `facts.start.minute \(sign) \(sides.text(sides.right)) * 60`"
    case (.time, _): return "compare minutes: `facts.start.minute`"
    case (.date, _): return "write the date as text, as in \"2026-12-24\""
    case (.oneOf(let names, let noun), _):
      return "\(noun)s are texts: \(names.prefix(7).map { "\"\($0)\"" }.joined(separator: ", "))"
    case (.integer, .constant(let text)), (.number, .constant(let text)):
      return Double(text) == nil ? nil : "write \(text) without quotes"
    case (.boolean, _) where sides.left.negated != nil:
      let operand = sides.text(sides.left.negated!)
      return "write `\(operand) ~= \(sides.text(sides.right))`; `not` binds to what stands right after it"
    case (.boolean, _), (.truth, _): return "write `\(written)` or `not \(written)` alone"
    case (.record(let record), _): return Inspection.remedy(record, sides.rightShape, written)
    case (.list, _): return "count it with #\(written), or look through it with `ipairs`"
    default: return nil
    }
  }

  /// Which entry of a record may have been meant to be compared.
  private static func remedy(_ record: Shape.Record, _ other: Shape, _ written: String) -> String? {
    let likely = ["key", "role", "time", "covers", "name", "known", "opens"]
    let shapes = record.terms.map { ($0, Shape($0.type, origin: "", scope: "")) }
    if let same = shapes.first(where: { $0.1.kind == other.kind && other.origin != nil }) {
      return "did you mean `\(written).\(same.0.name)`?"
    }
    let fitting = shapes.filter { $0.1.family == other.family }.map(\.0)
    let chosen = likely.lazy.compactMap { name in fitting.first { $0.name == name } }.first ?? fitting.first
    return chosen.map { "did you mean `\(written).\($0.name)`?" }
  }

  // MARK: < and its like

  private func inspectOrder(_ sides: Sides, _ symbol: LuaOperator) {
    for side in [sides, sides.turned] { if reportDisorder(side, symbol) { return } }
  }

  private func reportDisorder(_ sides: Sides, _ symbol: LuaOperator) -> Bool {
    switch (sides.leftShape.kind, sides.rightShape.kind) {
    case (.oneOf(_, "role"), _):
      let role = if case .constant(let text) = sides.rightShape.kind { text } else { "manager" }
      report(
        "role_order", "roles are texts, and \(symbol.kind.symbol) compares their letters", sides.range,
        in: sides.frame.file, suggestion: "write `at_least(\"\(role)\")`")
    case (.oneOf(_, let noun), .constant), (.oneOf(_, let noun), .oneOf):
      report(
        "text_order", "\(noun)s are texts, and \(symbol.kind.symbol) compares their letters", sides.range,
        in: sides.frame.file)
    case (.date, .constant(let text)) where !Inspection.isDate(text): reportNoDate(text, sides)
    case (.time, .constant(let text)) where !Inspection.isTime(text): reportNoTime(text, sides)
    default: return reportIncomparable(sides, symbol)
    }
    return true
  }

  private func reportIncomparable(_ sides: Sides, _ symbol: LuaOperator) -> Bool {
    guard let left = sides.leftShape.family, let right = sides.rightShape.family,
      left != right || left == .boolean || left == .table || left == .function,
      sides.leftShape.origin != nil || sides.rightShape.origin == nil
    else { return false }
    report(
      "cannot_compare",
      "`\(sides.name)` is \(sides.leftShape.described), and cannot be compared with \(sides.rightShape.described)",
      sides.range, in: sides.frame.file, suggestion: remedy(sides, symbol))
    return true
  }

  // MARK: Other operators

  private func inspectConcatenation(_ side: LuaExpression, _ shape: Shape, _ frame: Frame) {
    switch shape.family {
    case .boolean, .table, .function:
      let text = frame.file.text(side.range)
      let hint = shape.family == .boolean ? "write `tostring(\(text))`" : nil
      report(
        "wrong_operand", "`\(text)` is \(shape.described), and cannot be joined to a text", side.range,
        in: frame.file, suggestion: hint)
    default: break
    }
  }

  private func inspectArithmetic(
    _ side: LuaExpression, _ shape: Shape, _ symbol: LuaOperator, _ frame: Frame
  ) {
    let text = frame.file.text(side.range)
    var hint: String?
    switch shape.kind {
    case .time: hint = "reckon with `facts.start.minute`"
    case .date, .oneOf, .boolean, .truth, .function, .builtin, .table, .library: break
    case .constant(let text): if Double(text) != nil { return }
    case .record(let record): hint = Inspection.remedy(record, Shape(kind: .number), text)
    case .list: hint = "write #\(text) for how many there are"
    case .unknown, .nothing, .integer, .number, .literal, .text: return
    }
    report(
      "wrong_operand", "`\(text)` is \(shape.described), and \(symbol.kind.symbol) takes numbers", side.range,
      in: frame.file, suggestion: hint)
  }

  // MARK: Conditions

  /// `a == "x" or "y"`: the second half is always true.
  func inspectCondition(_ condition: LuaExpression, _ frame: Frame) {
    switch condition.kind {
    case .parenthesized(let inner), .unary(_, let inner): inspectCondition(inner, frame)
    case .binary(let left, let symbol, let right) where symbol.kind == .or || symbol.kind == .and:
      inspectCondition(left, frame)
      inspectCondition(right, frame)
      if symbol.kind == .or { inspectAlternative(left, right, frame) }
    default: break
    }
  }

  private func inspectAlternative(_ left: LuaExpression, _ right: LuaExpression, _ frame: Frame) {
    guard case .binary(let subject, let symbol, _) = left.lastAlternative.kind, symbol.kind.isComparison,
      right.isConstantValue
    else { return }
    let written = "\(frame.file.text(subject.range)) \(symbol.kind.symbol) \(frame.file.text(right.range))"
    report(
      "always_true", "`or \(frame.file.text(right.range))` is always true", right.range, in: frame.file,
      suggestion: "write `or \(written)`")
  }
}

extension Shape {
  /// Whether it is an answer of a draft or booking: trimmed, and nil when it is empty.
  fileprivate var isAnswer: Bool {
    origin.map { $0.hasPrefix("draft.") || $0.hasPrefix("booking.") } ?? false
  }
}

extension LuaExpression {
  fileprivate var isFalse: Bool { if case .boolean(false) = kind { true } else { false } }

  /// What stands after `not`.
  fileprivate var negated: LuaExpression? {
    if case .unary(let symbol, let operand) = kind, symbol.kind == .not { operand } else { nil }
  }

  /// A text or number that is written out.
  fileprivate var isConstantValue: Bool {
    switch kind {
    case .text, .integer, .number: true
    default: false
    }
  }

  /// Of `a or b or c` the last.
  fileprivate var lastAlternative: LuaExpression {
    if case .binary(_, let symbol, let right) = kind, symbol.kind == .or, !right.isConstantValue {
      return right
    }
    if case .binary(let left, let symbol, _) = kind, symbol.kind == .or { return left.lastAlternative }
    return self
  }
}
