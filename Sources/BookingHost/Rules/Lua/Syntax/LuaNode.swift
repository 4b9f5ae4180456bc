/// A statement or an expression: what a walk over a tree comes by.
package enum LuaNode: Sendable {
  case statement(LuaStatement)
  case expression(LuaExpression)

  package var range: SourceRange {
    switch self {
    case .statement(let statement): statement.range
    case .expression(let expression): expression.range
    }
  }

  /// What is directly below, in the order of the source. The body of a function is below whatever declares
  /// it.
  package var children: [LuaNode] {
    switch self {
    case .statement(let statement): statement.kind.children
    case .expression(let expression): expression.kind.children
    }
  }
}

extension LuaChunk {
  /// Goes over every statement and expression in the order of the source, those inside functions too. What
  /// `enter` answers false to is passed without going below it.
  package func walk<Failure: Error>(_ enter: (LuaNode) throws(Failure) -> Bool) throws(Failure) {
    try LuaNode.walk(body.nodes, enter)
  }

  /// Every statement and expression, in the order of the source.
  package func forEach<Failure: Error>(_ body: (LuaNode) throws(Failure) -> Void) throws(Failure) {
    try walk { (node: LuaNode) throws(Failure) in
      try body(node)
      return true
    }
  }
}

extension LuaNode {
  /// Goes over these and all that is below them.
  package static func walk<Failure: Error>(
    _ roots: [LuaNode], _ enter: (LuaNode) throws(Failure) -> Bool
  ) throws(Failure) {
    // With a stack of its own, so that no depth of source is too deep for a small thread.
    var waiting = Array(roots.reversed())
    while let node = waiting.popLast() {
      if try enter(node) { waiting.append(contentsOf: node.children.reversed()) }
    }
  }
}

extension LuaBlock {
  package var nodes: [LuaNode] { statements.map { .statement($0) } }
}

extension [LuaExpression] {
  fileprivate var nodes: [LuaNode] { map { .expression($0) } }
}

extension LuaExpression.Kind {
  fileprivate var children: [LuaNode] {
    switch self {
    case .nil, .boolean, .integer, .number, .text, .vararg, .name: []
    case .function(let function): function.body.nodes
    case .table(let table): table.fields.flatMap(\.children)
    case .member(let record, _): [.expression(record)]
    case .index(let record, let key): [.expression(record), .expression(key)]
    case .call(let callee, _, let arguments): [.expression(callee)] + arguments.values.nodes
    case .unary(_, let operand), .parenthesized(let operand): [.expression(operand)]
    case .binary(let left, _, let right): [.expression(left), .expression(right)]
    case .long(let parts): parts.nodes
    }
  }
}

extension LuaTable.Field {
  fileprivate var children: [LuaNode] {
    if case .computed(let key, _) = key { return [.expression(key), .expression(value)] }
    return [.expression(value)]
  }
}

extension LuaStatement.Kind {
  fileprivate var children: [LuaNode] {
    switch self {
    case .empty, .goto, .label, .break: []
    case .local(_, let values), .return(let values): values.nodes
    case .localFunction(_, let function): function.body.nodes
    case .function(let target, _, let function): [.expression(target)] + function.body.nodes
    case .assignment(let targets, let values): targets.nodes + values.nodes
    case .call(let call): [.expression(call)]
    case .do(let block): block.nodes
    case .while(let condition, let block): [.expression(condition)] + block.nodes
    case .repeat(let block, let condition): block.nodes + [.expression(condition)]
    case .if(let clauses, let otherwise):
      clauses.flatMap { [.expression($0.condition)] + $0.block.nodes } + (otherwise?.nodes ?? [])
    case .numericFor(_, let from, let to, let step, let block):
      [from, to].nodes + (step.map { [.expression($0)] } ?? []) + block.nodes
    case .genericFor(_, let values, let block): values.nodes + block.nodes
    }
  }
}
