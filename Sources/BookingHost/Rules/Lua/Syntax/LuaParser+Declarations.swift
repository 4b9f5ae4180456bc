// Locals and functions.
extension LuaParser {
  mutating func declaration() throws(LuaSyntaxError) -> LuaStatement.Kind {
    if kind == .function { return try functionStatement() }
    try advance()
    return kind == .function ? try localFunction() : try localStatement()
  }

  private mutating func localStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let variables = try localVariables()
    let values = try take(.assign) ? try expressions() : []
    scopes.initialize(variables, with: values)
    try scopes.activate(at: place)
    return .local(variables, values: values)
  }

  private mutating func localVariables() throws(LuaSyntaxError) -> [LuaLocal.ID] {
    var variables: [LuaLocal.ID] = []
    var hasClose = false
    repeat {
      let variable = try scopes.declare(try word(), .variable)
      variables.append(variable)
      guard try take(.less) else { continue }
      scopes.setAttribute(try attribute(&hasClose), of: variable)
    } while try take(.comma)
    return variables
  }

  private mutating func attribute(_ hasClose: inout Bool) throws(LuaSyntaxError) -> LuaLocal.Attribute {
    let word = try word()
    try expect(.greater)
    guard let attribute = LuaLocal.Attribute(rawValue: word.text) else {
      throw LuaSyntaxError(
        "there is no attribute <\(word.text)> for a local", at: word.range,
        suggestion: "there are <const> and <close>")
    }
    if attribute == .close {
      if hasClose { throw LuaSyntaxError("one `local` has at most one <close>", at: word.range) }
      hasClose = true
    }
    return attribute
  }

  private mutating func localFunction() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let opening = try open()
    let variable = try functionVariable()
    let function = try functionBody(opening, method: nil)
    scopes.initialize(variable, with: function)
    return .localFunction(variable, function)
  }

  private mutating func functionVariable() throws(LuaSyntaxError) -> LuaLocal.ID {
    let word = try word()
    let variable = try scopes.declare(word, .function)
    try scopes.activate(at: word.range)
    return variable
  }

  private mutating func functionStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let opening = try open()
    var isMethod = false
    let target = try functionName(&isMethod)
    let function = try functionBody(opening, method: isMethod ? target : nil)
    try noteAssignment(to: target)
    return .function(target: target, isMethod: isMethod, function)
  }

  /// `record.record.name`, or `record:method`.
  private mutating func functionName(_ isMethod: inout Bool) throws(LuaSyntaxError) -> LuaExpression {
    var target = try nameExpression()
    while !isMethod, kind == .dot || kind == .colon {
      isMethod = kind == .colon
      try advance()
      target = LuaParser.member(of: target, try word())
    }
    return target
  }

  private static func member(of record: LuaExpression, _ name: LuaWord) -> LuaExpression {
    let range = SourceRange(record.range.start, name.range.end)
    if case .long = record.kind { return LuaExpression(record.kind, range) }
    let isTooLong = record.height >= LuaExpression.deepest
    return LuaExpression(isTooLong ? .long([record]) : .member(of: record, name), range)
  }

  /// Parameters and body, up to `end`. A method has a `self` besides.
  mutating func functionBody(_ opening: Mark, method: LuaExpression?) throws(LuaSyntaxError) -> LuaFunction {
    let outer = hints.functionLine
    hints.functionLine = opening.start.line
    let head = try functionHead(method)
    let body = try block(from: lastEnd)
    try close(.end, opening)
    try scopes.closeFunction()
    hints.functionLine = outer
    return head.function(body, range(from: opening.start))
  }

  /// A function up to its body.
  private struct FunctionHead {
    var id: Int
    var parameters: [LuaLocal.ID]
    var vararg: SourceRange?

    func function(_ body: LuaBlock, _ range: SourceRange) -> LuaFunction {
      LuaFunction(id: id, parameters: parameters, vararg: vararg, body: body, range: range)
    }
  }

  private mutating func functionHead(_ method: LuaExpression?) throws(LuaSyntaxError) -> FunctionHead {
    var head = FunctionHead(id: scopes.openFunction(isVararg: false), parameters: [], vararg: nil)
    try expect(.leftParenthesis)
    if let method {
      let word = LuaWord(text: "self", range: SourceRange(method.range.end, method.range.end))
      head.parameters.append(try scopes.declare(word, .implicitSelf))
    }
    if kind != .rightParenthesis { try takeParameters(&head) }
    try scopes.activate(at: place)
    try expect(.rightParenthesis)
    return head
  }

  private mutating func takeParameters(_ head: inout FunctionHead) throws(LuaSyntaxError) {
    repeat {
      if kind == .dots {
        head.vararg = place
        scopes.takeVararg()
        return try advance()
      }
      guard kind == .name else { throw missingParameter() }
      head.parameters.append(try scopes.declare(try word(), .parameter))
    } while try take(.comma)
  }

  mutating func noteAssignment(to target: LuaExpression) throws(LuaSyntaxError) {
    guard case .name(let name) = target.kind, case .local(let id) = name.binding else { return }
    let local = scopes.locals[id.index]
    if let attribute = local.attribute {
      let place = "<\(attribute.rawValue)> on line \(local.range.start.line)"
      throw LuaSyntaxError("`\(local.name)` was declared \(place) and cannot be set", at: name.range)
    }
    scopes.noteAssignment(to: id)
  }
}
