extension LuaParser {
  mutating func expressions() throws(LuaSyntaxError) -> [LuaExpression] {
    var values: [LuaExpression] = []
    repeat { values.append(try expression(above: 0)) } while try take(.comma)
    return values
  }

  mutating func expression() throws(LuaSyntaxError) -> LuaExpression { try expression(above: 0) }

  /// An operand and the operators after it that bind more strongly than `priority`.
  private mutating func expression(above priority: Int) throws(LuaSyntaxError) -> LuaExpression {
    try enterLevel()
    let first = try operand()
    let result = kind.binaryOperator == nil ? first : try row(first, above: priority)
    leaveLevel()
    return result
  }

  /// Operators and operands after a first one, read from the left: `a + b - c`. Beyond a certain depth only
  /// the operands are kept.
  private mutating func row(
    _ first: LuaExpression, above priority: Int
  ) throws(LuaSyntaxError) -> LuaExpression {
    var left = first
    var parts: [LuaExpression] = []
    while let symbol = try takeOperator(above: priority) {
      let right = try expression(above: symbol.kind.priority.right)
      LuaParser.join(&left, symbol, right, &parts)
    }
    return parts.isEmpty ? left : LuaExpression(.long(parts), range(from: first.range.start))
  }

  private mutating func takeOperator(above priority: Int) throws(LuaSyntaxError) -> LuaOperator? {
    guard let operatorKind = kind.binaryOperator, operatorKind.priority.left > priority else { return nil }
    let symbol = LuaOperator(kind: operatorKind, range: place)
    try advance()
    return symbol
  }

  private static func join(
    _ left: inout LuaExpression, _ symbol: LuaOperator, _ right: LuaExpression, _ parts: inout [LuaExpression]
  ) {
    if parts.isEmpty, left.height < LuaExpression.deepest {
      let range = SourceRange(left.range.start, right.range.end)
      left = LuaExpression(.binary(left, symbol, right), range)
    } else {
      if parts.isEmpty { parts.append(left) }
      parts.append(right)
    }
  }

  private mutating func operand() throws(LuaSyntaxError) -> LuaExpression {
    switch kind {
    case .leftBrace: return try table()
    case .function: return try functionExpression()
    case .name, .leftParenthesis: return try suffixed().expression
    default: break
    }
    if kind.unaryOperator != nil { return try unary() }
    return try literal()
  }

  private mutating func unary() throws(LuaSyntaxError) -> LuaExpression {
    let symbol = LuaOperator(kind: kind.unaryOperator!, range: place)
    try advance()
    let operand = try expression(above: LuaOperator.unaryPriority)
    return LuaExpression(.unary(symbol, operand), range(from: symbol.range.start))
  }

  private mutating func literal() throws(LuaSyntaxError) -> LuaExpression {
    let expression = LuaExpression(try literalKind(), place)
    try advance()
    return expression
  }

  private mutating func literalKind() throws(LuaSyntaxError) -> LuaExpression.Kind {
    switch (kind, value) {
    case (.nil, _): return .nil
    case (.true, _): return .boolean(true)
    case (.false, _): return .boolean(false)
    case (_, .integer(let value)): return .integer(value)
    case (_, .number(let value)): return .number(value)
    case (_, .text(let bytes)): return .text(LuaText(bytes: bytes))
    case (.dots, _):
      guard scopes.isInVararg else { throw outsideVararg() }
      return .vararg
    default: throw missingValue()
    }
  }

  private mutating func functionExpression() throws(LuaSyntaxError) -> LuaExpression {
    let opening = try open()
    let function = try functionBody(opening, method: nil)
    return LuaExpression(.function(function), function.range)
  }

  // MARK: Tables

  private mutating func table() throws(LuaSyntaxError) -> LuaExpression {
    let opening = try open()
    var fields: [LuaTable.Field] = []
    while kind != .rightBrace, kind != .endOfFile {
      try field(into: &fields)
      guard kind == .comma || kind == .semicolon else { break }
      try advance()
    }
    return try closeTable(fields, opening)
  }

  private mutating func closeTable(
    _ fields: [LuaTable.Field], _ opening: Mark
  ) throws(LuaSyntaxError) -> LuaExpression {
    guard kind == .rightBrace else { throw unclosedTable(opening) }
    try advance()
    return LuaExpression(.table(LuaTable(fields: fields)), range(from: opening.start))
  }

  private mutating func field(into fields: inout [LuaTable.Field]) throws(LuaSyntaxError) {
    if kind == .leftBracket { return try computedField(into: &fields) }
    let start = place.start
    let name = try fieldName()
    let value = try expression(above: 0)
    LuaParser.append(name, value, range(from: start), to: &fields)
  }

  /// `name =`, taken; nil when the field has none.
  private mutating func fieldName() throws(LuaSyntaxError) -> LuaWord? {
    guard kind == .name, try peek() == .assign else { return nil }
    let name = try word()
    try advance()
    return name
  }

  private mutating func computedField(into fields: inout [LuaTable.Field]) throws(LuaSyntaxError) {
    let start = place.start
    let key = try bracketed()
    let keyRange = range(from: start)
    try expect(.assign)
    let value = try expression(above: 0)
    fields.append(LuaTable.Field(key: .computed(key, keyRange), value: value, range: range(from: start)))
  }

  private static func append(
    _ name: LuaWord?, _ value: LuaExpression, _ range: SourceRange, to fields: inout [LuaTable.Field]
  ) {
    let key = name.map { LuaTable.Key.name($0) } ?? .position(fields.positions + 1)
    fields.append(LuaTable.Field(key: key, value: value, range: range))
  }

  private mutating func bracketed() throws(LuaSyntaxError) -> LuaExpression {
    try advance()
    let key = try expression(above: 0)
    try expect(.rightBracket)
    return key
  }

  // MARK: Names and suffixes

  /// A value with what is called on it and taken from it.
  struct Suffixed {
    var expression: LuaExpression
    /// The last suffix is a call.
    var isCall = false
    /// It can be assigned to.
    var isVariable = false
    /// What there is, when it is too long a row to be kept as a tree.
    fileprivate var parts: [LuaExpression] = []

    fileprivate init(_ expression: LuaExpression) {
      self.expression = expression
      if case .name = expression.kind { isVariable = true }
    }
  }

  mutating func nameExpression() throws(LuaSyntaxError) -> LuaExpression {
    let word = try word()
    let binding = try scopes.resolve(word)
    return LuaExpression(.name(LuaName(text: word.text, range: word.range, binding: binding)), word.range)
  }

  mutating func suffixed() throws(LuaSyntaxError) -> Suffixed {
    var result = Suffixed(try primary())
    while true {
      switch kind {
      case .dot: try takeMember(&result)
      case .leftBracket: try takeIndex(&result)
      case .colon: try takeCall(&result, method: try methodName())
      case .leftParenthesis, .text, .leftBrace: try takeCall(&result, method: nil)
      default:
        result.conclude()
        return result
      }
    }
  }

  private mutating func primary() throws(LuaSyntaxError) -> LuaExpression {
    switch kind {
    case .name: return try nameExpression()
    case .leftParenthesis: return try parenthesized()
    default: throw missingValue()
    }
  }

  private mutating func parenthesized() throws(LuaSyntaxError) -> LuaExpression {
    let opening = try open()
    let inner = try expression(above: 0)
    try close(.rightParenthesis, opening)
    return LuaExpression(.parenthesized(inner), range(from: opening.start))
  }

  private mutating func takeMember(_ result: inout Suffixed) throws(LuaSyntaxError) {
    try advance()
    result.append(.member(of: result.expression, try word()), parts: [], lastEnd)
  }

  private mutating func takeIndex(_ result: inout Suffixed) throws(LuaSyntaxError) {
    let key = try bracketed()
    result.append(.index(of: result.expression, key), parts: [key], lastEnd)
  }

  private mutating func methodName() throws(LuaSyntaxError) -> LuaWord {
    try advance()
    guard kind == .name else { throw missingArguments() }
    return try word()
  }

  private mutating func takeCall(_ result: inout Suffixed, method: LuaWord?) throws(LuaSyntaxError) {
    let start = place.start
    let values = kind == .leftParenthesis ? try argumentList() : [try onlyArgument()]
    result.append(call: method, values, range(from: start))
  }

  private mutating func onlyArgument() throws(LuaSyntaxError) -> LuaExpression {
    switch kind {
    case .text: return try literal()
    case .leftBrace: return try table()
    default: throw missingArguments()
    }
  }

  private mutating func argumentList() throws(LuaSyntaxError) -> [LuaExpression] {
    let opening = try open()
    let values = kind == .rightParenthesis ? [] : try expressions()
    guard kind == .rightParenthesis else { throw unclosedArguments(opening) }
    try advance()
    return values
  }
}

extension LuaParser.Suffixed {
  /// Puts a suffix after what there is. The parts are the expressions in the suffix.
  fileprivate mutating func append(
    _ kind: LuaExpression.Kind, parts suffixParts: [LuaExpression], _ end: SourcePosition
  ) {
    let range = SourceRange(expression.range.start, end)
    (isCall, isVariable) = (false, true)
    if parts.isEmpty, expression.height < LuaExpression.deepest {
      expression = LuaExpression(kind, range)
    } else {
      if parts.isEmpty { parts.append(expression) }
      parts += suffixParts
      // Stands in for what there is, until the row ends.
      expression = LuaExpression(.nil, range)
    }
  }

  fileprivate mutating func append(call method: LuaWord?, _ values: [LuaExpression], _ range: SourceRange) {
    let arguments = LuaArguments(values: values, range: range)
    append(.call(expression, method: method, arguments), parts: values, range.end)
    (isCall, isVariable) = (true, false)
  }

  fileprivate mutating func conclude() {
    if !parts.isEmpty { expression = LuaExpression(.long(parts), expression.range) }
  }
}

extension [LuaTable.Field] {
  /// How many have no key.
  fileprivate var positions: Int {
    for field in reversed() { if case .position(let position) = field.key { return position } }
    return 0
  }
}
