/// Finds the changes to one rule file that its tests should notice: the classic ones (a bound moved by one, a
/// comparison flipped, a condition turned round, a call left out), and those that are slips in this trade (a
/// severity, a role, a required flag, a choice). They are chosen so that hardly any leaves the rules as they
/// were: no sentence for people is changed, and nothing that the host holds anyway.
struct MutantFinder {
  let file: String
  let source: String
  let chunk: LuaChunk
  private(set) var mutants: [Mutant] = []
  /// What the contract says of the values in the table that a mode file returns: their paths, by where they
  /// stand.
  private var paths: [SourceRange: [String]] = [:]

  /// Where an expression stands, and so which of its parts decide something.
  enum Position: Hashable {
    /// At a path of the contract.
    case policy([String])
    /// Where it is returned, compared, assigned or worked with.
    case value
    /// Among the arguments of a call. Small numbers there are positions in texts rather than bounds.
    case argument
    /// Where its own literals decide nothing: a key, the bounds of a loop.
    case subject
  }

  /// Every mutant of a rule file, in the order of the source; none of a file that does not parse.
  static func mutants(of file: String, _ source: String) -> [Mutant] {
    guard let chunk = try? LuaParser.parse(source) else { return [] }
    var finder = MutantFinder(file: file, source: source, chunk: chunk)
    if RuleFiles.modeName(file) != nil { finder.notePaths() }
    finder.visit(chunk.body)
    var seen: Set<Mutant> = []
    return finder.mutants.filter { seen.insert($0).inserted }
      .sorted { ($0.range.start.offset, $0.range.end.offset) < ($1.range.start.offset, $1.range.end.offset) }
  }

  private init(file: String, source: String, chunk: LuaChunk) {
    self.file = file
    self.source = source
    self.chunk = chunk
  }

  private mutating func notePaths() {
    guard let root = chunk.returned else { return }
    note(root, [])
  }

  private mutating func note(_ entry: LuaEntry, _ path: [String]) {
    // The contract is not deeper; a table that contains itself is.
    guard path.count < 6 else { return }
    paths[entry.value.range] = path
    for below in chunk.entries(of: entry) {
      switch below.key {
      case .name(let name)?: note(below, path + [name])
      case .position(let position)?: note(below, path + [String(position)])
      case nil: break
      }
    }
  }

  mutating func add(_ kind: Mutant.Kind, _ range: SourceRange, _ replacement: String) {
    mutants.append(Mutant(file: file, kind: kind, range: range, replacement: replacement))
  }

  func text(_ range: SourceRange) -> String { String(source[source: range]) }

  // MARK: Statements

  mutating func visit(_ block: LuaBlock) {
    for statement in block.statements { visit(statement) }
  }

  private mutating func visit(_ statement: LuaStatement) {
    switch statement.kind {
    case .empty, .goto, .label, .break: break
    case .local(_, let values), .return(let values): visit(values, .value)
    case .localFunction(_, let function), .function(_, _, let function): visit(function.body)
    case .assignment(let targets, let values): visitAssignment(statement, targets, values)
    case .call(let call):
      add(.statement, statement.range, ";")
      visit(call, .subject)
    case .do(let block): visit(block)
    case .while(let condition, let block), .repeat(let block, let condition):
      visitCondition(condition)
      visit(block)
    case .if(let clauses, let otherwise):
      for clause in clauses {
        visitCondition(clause.condition)
        visit(clause.block)
      }
      if let otherwise { visit(otherwise) }
    case .numericFor(_, let from, let to, let step, let block):
      visit([from, to] + (step.map { [$0] } ?? []), .subject)
      visit(block)
    case .genericFor(_, let values, let block):
      visit(values, .subject)
      visit(block)
    }
  }

  private mutating func visitAssignment(
    _ statement: LuaStatement, _ targets: [LuaExpression], _ values: [LuaExpression]
  ) {
    // What puts the mode's table or a library together is not left out: nothing would work without it.
    let isDefinition = values.contains { paths[$0.range] != nil || $0.isFunction }
    if !isDefinition { add(.statement, statement.range, ";") }
    visit(targets, .subject)
    visit(values, .value)
  }

  private mutating func visitCondition(_ condition: LuaExpression) {
    if !condition.hasItsOwnMutants { add(.logic, condition.range, "not (\(text(condition.range)))") }
    visit(condition, .value)
  }

  // MARK: Expressions

  private mutating func visit(_ expressions: [LuaExpression], _ position: Position) {
    for expression in expressions { visit(expression, position) }
  }

  mutating func visit(_ expression: LuaExpression, _ given: Position) {
    let position = paths[expression.range].map { .policy($0) } ?? given
    if let number = expression.constantInteger { return visit(number, expression, position) }
    switch expression.kind {
    case .nil, .vararg, .name, .number, .integer: break
    case .boolean(let truth): visit(truth, expression, position)
    case .text(let text): visit(text, expression, position)
    case .function(let function): visit(function.body)
    case .table(let table): visit(table, position)
    case .member(let record, _): visit(record, .subject)
    case .index(let record, let key): visit([record, key], .subject)
    case .call(let callee, let method, let arguments): visitCall(callee, method, arguments)
    case .unary(let sign, let operand): visitUnary(expression, sign, operand)
    case .binary(let left, let sign, let right): visitBinary(expression, left, sign, right)
    case .parenthesized(let inner): visit(inner, position)
    case .long(let parts): visit(parts, .value)
    }
  }

  private mutating func visitUnary(
    _ expression: LuaExpression, _ sign: LuaOperator, _ operand: LuaExpression
  ) {
    if sign.kind == .not { add(.logic, expression.range, text(operand.range)) }
    visit(operand, .value)
  }

  private mutating func visitBinary(
    _ expression: LuaExpression, _ left: LuaExpression, _ sign: LuaOperator, _ right: LuaExpression
  ) {
    if let other = sign.kind.flipped { add(sign.kind.mutantKind, sign.range, other.symbol) }
    if sign.kind == .and || sign.kind == .or {
      add(.logic, expression.range, text(left.range))
      add(.logic, expression.range, text(right.range))
    }
    visit(left, comparedTo: right, sign.kind, isLeft: true)
    visit(right, comparedTo: left, sign.kind, isLeft: false)
  }

  /// An operand. Of a number that is compared, one neighbour is the flipped comparison over again.
  private mutating func visit(
    _ operand: LuaExpression, comparedTo other: LuaExpression, _ sign: LuaOperator.Kind, isLeft: Bool
  ) {
    guard sign.isComparison, let number = operand.constantInteger else { return visit(operand, .value) }
    let less = isLeft ? [.lessOrEqual, .greater] : [LuaOperator.Kind.less, .greaterOrEqual]
    let isOneLess = sign.isOrder && less.contains(sign)
    add(.bound, operand.range, String(isOneLess ? number &- 1 : number &+ 1))
  }
}

extension LuaExpression {
  var isFunction: Bool { if case .function = kind { true } else { false } }

  /// The whole number that this is, written out or worked out from such: `24 * 60` is one bound.
  fileprivate var constantInteger: Int? {
    switch kind {
    case .integer(let number): return number
    case .parenthesized(let inner): return inner.constantInteger
    case .unary(let sign, let operand):
      return sign.kind == .negate ? operand.constantInteger.map { 0 &- $0 } : nil
    case .binary(let left, let sign, let right):
      guard let a = left.constantInteger, let b = right.constantInteger else { return nil }
      switch sign.kind {
      case .add: return a &+ b
      case .subtract: return a &- b
      case .multiply: return a &* b
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a condition is changed by what it is made of, so that it need not be turned round as a whole.
  fileprivate var hasItsOwnMutants: Bool {
    switch kind {
    case .boolean: true
    case .parenthesized(let inner): inner.hasItsOwnMutants
    case .unary(let sign, _): sign.kind == .not
    case .binary(_, let sign, _): sign.kind.isComparison || sign.kind == .and || sign.kind == .or
    default: false
    }
  }
}

extension LuaOperator.Kind {
  /// What a slip would write instead.
  fileprivate var flipped: LuaOperator.Kind? {
    switch self {
    case .and: .or
    case .or: .and
    case .less: .lessOrEqual
    case .lessOrEqual: .less
    case .greater: .greaterOrEqual
    case .greaterOrEqual: .greater
    case .equal: .notEqual
    case .notEqual: .equal
    case .add: .subtract
    case .subtract: .add
    case .multiply: .add
    case .divide, .floorDivide, .modulo: .multiply
    default: nil
    }
  }

  fileprivate var mutantKind: Mutant.Kind {
    isComparison ? .comparison : self == .and || self == .or ? .logic : .arithmetic
  }
}
