extension LuaParser {
  /// Statements up to whatever closes the block.
  mutating func block(from start: SourcePosition) throws(LuaSyntaxError) -> LuaBlock {
    var statements: [LuaStatement] = []
    while !kind.endsBlock(withUntil: true) {
      let isLast = kind == .return
      try statement(into: &statements)
      if isLast { break }
    }
    return LuaBlock(statements, SourceRange(start, place.start))
  }

  /// A block whose locals end with it.
  private mutating func scopedBlock() throws(LuaSyntaxError) -> LuaBlock {
    scopes.openBlock(isLoop: false)
    let block = try block(from: lastEnd)
    try scopes.closeBlock()
    return block
  }

  mutating func statement(into statements: inout [LuaStatement]) throws(LuaSyntaxError) {
    try enterLevel()
    if kind == .doubleColon {
      try label(into: &statements)
    } else {
      statements.append(try statement())
    }
    leaveLevel()
  }

  private mutating func statement() throws(LuaSyntaxError) -> LuaStatement {
    let start = place.start
    hints.statementStart = start.offset
    let statement: LuaStatement.Kind
    switch kind {
    case .if, .while, .do, .for, .repeat: statement = try blockStatement()
    case .function, .local: statement = try declaration()
    default: statement = try plainStatement()
    }
    return LuaStatement(statement, range(from: start))
  }

  private mutating func blockStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    switch kind {
    case .if: try ifStatement()
    case .while: try whileStatement()
    case .do: try doStatement()
    case .for: try forStatement()
    default: try repeatStatement()
    }
  }

  private mutating func plainStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    switch kind {
    case .semicolon: try emptyStatement()
    case .return: try returnStatement()
    case .break: try breakStatement()
    case .goto: try gotoStatement()
    default: try expressionStatement()
    }
  }

  // MARK: Conditions

  private mutating func ifStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let opening = Mark(kind: .if, start: place.start)
    var clauses: [LuaStatement.Clause] = []
    repeat { try clause(into: &clauses) } while kind == .elseif
    let otherwise = kind == .else ? try elseBlock() : nil
    try close(.end, opening)
    return .if(clauses, otherwise: otherwise)
  }

  private mutating func clause(into clauses: inout [LuaStatement.Clause]) throws(LuaSyntaxError) {
    try advance()
    let condition = try expression()
    try expect(.then)
    scopes.openBlock(isLoop: false)
    let block = kind == .break ? try breakingBlock() : try block(from: lastEnd)
    try scopes.closeBlock()
    clauses.append(LuaStatement.Clause(condition: condition, block: block))
  }

  /// A block that begins with `break`, which liblua reads without counting it as a level.
  private mutating func breakingBlock() throws(LuaSyntaxError) -> LuaBlock {
    let start = lastEnd
    var statements: [LuaStatement] = []
    repeat { statements.append(try statement()) } while kind == .semicolon
    let rest = try block(from: start)
    return LuaBlock(statements + rest.statements, rest.range)
  }

  private mutating func elseBlock() throws(LuaSyntaxError) -> LuaBlock {
    let line = place.start.line
    try advance()
    if kind == .if, place.start.line == line, hints.splitElseifLine == nil { hints.splitElseifLine = line }
    return try scopedBlock()
  }

  // MARK: Blocks and loops

  private mutating func doStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let opening = try open()
    let block = try scopedBlock()
    try close(.end, opening)
    return .do(block)
  }

  private mutating func whileStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let opening = try open()
    let condition = try expression()
    scopes.openBlock(isLoop: true)
    try expect(.do)
    let block = try scopedBlock()
    try close(.end, opening)
    try scopes.closeBlock()
    return .while(condition, block)
  }

  private mutating func repeatStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let opening = try open()
    scopes.openBlock(isLoop: true)
    scopes.openBlock(isLoop: false)
    let block = try block(from: lastEnd)
    try close(.until, opening)
    let condition = try expression()
    try scopes.closeBlock()
    try scopes.closeBlock()
    return .repeat(block, until: condition)
  }

  private mutating func forStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let opening = try open()
    scopes.openBlock(isLoop: true)
    let head = try loopHead()
    try expect(.do)
    scopes.openBlock(isLoop: false)
    try scopes.activate(at: place)
    let block = try scopedBlock()
    try scopes.closeBlock()
    try close(.end, opening)
    try scopes.closeBlock()
    return head.statement(block)
  }

  /// What stands between `for` and `do`.
  private struct LoopHead {
    var variables: [LuaLocal.ID]
    var values: [LuaExpression]
    var isNumeric: Bool

    func statement(_ block: LuaBlock) -> LuaStatement.Kind {
      guard isNumeric else { return .genericFor(variables, in: values, block) }
      let step = values.count > 2 ? values[2] : nil
      return .numericFor(variables[0], from: values[0], to: values[1], step: step, block)
    }
  }

  private mutating func loopHead() throws(LuaSyntaxError) -> LoopHead {
    let first = try word()
    switch kind {
    case .assign: return try numericHead(first)
    case .comma, .in: return try genericHead(first)
    default: throw missingAfterLoopVariable()
    }
  }

  private mutating func numericHead(_ word: LuaWord) throws(LuaSyntaxError) -> LoopHead {
    try scopes.declareState(3, at: word.range)
    let variable = try scopes.declare(word, .loopVariable)
    try advance()
    var values = [try expression()]
    try expect(.comma)
    values.append(try expression())
    if try take(.comma) { values.append(try expression()) }
    return LoopHead(variables: [variable], values: values, isNumeric: true)
  }

  private mutating func genericHead(_ first: LuaWord) throws(LuaSyntaxError) -> LoopHead {
    try scopes.declareState(4, at: first.range)
    var variables = [try scopes.declare(first, .loopVariable)]
    while try take(.comma) { variables.append(try scopes.declare(try word(), .loopVariable)) }
    try expect(.in)
    return LoopHead(variables: variables, values: try expressions(), isNumeric: false)
  }

  // MARK: Leaving

  private mutating func emptyStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    try advance()
    return .empty
  }

  private mutating func returnStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    try advance()
    let isBare = kind.endsBlock(withUntil: true) || kind == .semicolon
    let values = isBare ? [] : try expressions()
    _ = try take(.semicolon)
    hints.returnEnd = lastEnd.offset
    return .return(values)
  }

  private mutating func breakStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    try scopes.breakLoop(at: place)
    try advance()
    return .break
  }

  private mutating func gotoStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    try advance()
    let word = try word()
    try scopes.goto(word)
    return .goto(word)
  }

  /// `::name::`, and the statements after it that do nothing: only then is it known whether it is the last
  /// of its block.
  private mutating func label(into statements: inout [LuaStatement]) throws(LuaSyntaxError) {
    let word = try labelWord(&statements)
    while kind == .semicolon || kind == .doubleColon { try statement(into: &statements) }
    try scopes.label(word, isLast: kind.endsBlock(withUntil: false))
  }

  private mutating func labelWord(_ statements: inout [LuaStatement]) throws(LuaSyntaxError) -> LuaWord {
    let start = place.start
    try advance()
    let word = try word()
    try expect(.doubleColon)
    statements.append(LuaStatement(.label(word), range(from: start)))
    return word
  }

  // MARK: Assignments and calls

  private mutating func expressionStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
    let first = try suffixed()
    if kind == .assign || kind == .comma { return try assignment(first) }
    guard first.isCall else { throw doesNothing(first) }
    return .call(first.expression)
  }

  private mutating func assignment(_ first: Suffixed) throws(LuaSyntaxError) -> LuaStatement.Kind {
    var targets: [LuaExpression] = []
    try targets.append(target(first))
    var levels = 0
    while try take(.comma) {
      let next = try suffixed()
      // liblua reads a list of targets by recursion.
      try enterLevel()
      levels += 1
      try targets.append(target(next))
    }
    try expect(.assign)
    let values = try expressions()
    for _ in 0..<levels { leaveLevel() }
    return .assignment(targets: targets, values: values)
  }

  private mutating func target(_ suffixed: Suffixed) throws(LuaSyntaxError) -> LuaExpression {
    guard suffixed.isVariable else { throw notAssignable(suffixed) }
    try noteAssignment(to: suffixed.expression)
    return suffixed.expression
  }
}
