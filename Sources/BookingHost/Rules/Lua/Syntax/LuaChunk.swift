/// A source file, parsed.
package struct LuaChunk: Sendable {
  package var body: LuaBlock
  /// Every local that the file declares, by its number and in order of declaration.
  package var locals: [LuaLocal]
  /// How many functions there are, the chunk itself included.
  package var functionCount: Int
  /// What statements of the outermost block add to tables.
  let additions: [LuaEntry.Path: [LuaEntry]]

  init(body: LuaBlock, locals: [LuaLocal], functionCount: Int) {
    self.body = body
    self.locals = locals
    self.functionCount = functionCount
    additions = body.additions
  }

  package subscript(id: LuaLocal.ID) -> LuaLocal { locals[id.index] }
}

/// A local variable or parameter.
package struct LuaLocal: Sendable {
  package var id: ID
  package var name: String
  /// Where it is declared. Of a `self` that is not written: the end of the method's name.
  package var range: SourceRange
  package var role: Role
  package var attribute: Attribute?
  /// The function it belongs to.
  package var function: Int
  /// Whether anything is assigned to it after its declaration.
  package var isReassigned = false
  /// What its declaration gives it, where that is one expression of its own.
  package var initialValue: LuaExpression?

  package struct ID: Hashable, Sendable {
    let index: Int
  }

  package enum Role: Hashable, Sendable {
    case variable, function, parameter, implicitSelf, loopVariable
  }

  package enum Attribute: String, Hashable, Sendable {
    case const, close
  }
}

/// Statements, and the stretch that they may fill: from the word that opens the block to the one that closes
/// it.
package struct LuaBlock: Sendable {
  private let node: Node

  private final class Node: Sendable {
    let statements: [LuaStatement]
    let range: SourceRange
    let height: UInt16

    init(_ statements: [LuaStatement], _ range: SourceRange) {
      self.statements = statements
      self.range = range
      height = statements.reduce(0) { max($0, $1.height) }
    }
  }

  init(_ statements: [LuaStatement], _ range: SourceRange) {
    node = Node(statements, range)
  }

  package var statements: [LuaStatement] { node.statements }
  package var range: SourceRange { node.range }
  /// How many levels there are below.
  var height: UInt16 { node.height }
}

/// A statement and where it stands.
package struct LuaStatement: Sendable {
  private let node: Node

  private final class Node: Sendable {
    let kind: Kind
    let range: SourceRange
    let height: UInt16

    init(_ kind: Kind, _ range: SourceRange) {
      self.kind = kind
      self.range = range
      height = kind.height
    }
  }

  init(_ kind: Kind, _ range: SourceRange) {
    node = Node(kind, range)
  }

  package var kind: Kind { node.kind }
  package var range: SourceRange { node.range }
  /// How many levels there are below.
  var height: UInt16 { node.height }

  package indirect enum Kind: Sendable {
    /// `;`
    case empty
    case local([LuaLocal.ID], values: [LuaExpression])
    case localFunction(LuaLocal.ID, LuaFunction)
    /// `function record.name()`, `function record:method()`. The target is what is assigned to.
    case function(target: LuaExpression, isMethod: Bool, LuaFunction)
    case assignment(targets: [LuaExpression], values: [LuaExpression])
    case call(LuaExpression)
    case `do`(LuaBlock)
    case `while`(LuaExpression, LuaBlock)
    /// The condition sees the block's locals.
    case `repeat`(LuaBlock, until: LuaExpression)
    case `if`([Clause], otherwise: LuaBlock?)
    case numericFor(LuaLocal.ID, from: LuaExpression, to: LuaExpression, step: LuaExpression?, LuaBlock)
    case genericFor([LuaLocal.ID], in: [LuaExpression], LuaBlock)
    case goto(LuaWord)
    case label(LuaWord)
    case `break`
    case `return`([LuaExpression])
  }

  /// `if condition then block`, or `elseif`.
  package struct Clause: Sendable {
    package var condition: LuaExpression
    package var block: LuaBlock
  }

}

extension LuaStatement.Kind {
  fileprivate var height: UInt16 {
    switch self {
    case .empty, .goto, .label, .break: 0
    case .local(_, let values), .return(let values): values.height + 1
    case .localFunction(_, let function): function.body.height + 1
    case .function(let target, _, let function): max(target.height, function.body.height) + 1
    case .assignment(let targets, let values): max(targets.height, values.height) + 1
    case .call(let call): call.height + 1
    case .do(let block): block.height + 1
    case .while(let condition, let block), .repeat(let block, let condition):
      max(condition.height, block.height) + 1
    case .if(let clauses, let otherwise):
      clauses.reduce(otherwise?.height ?? 0) { max($0, $1.condition.height, $1.block.height) } + 1
    case .numericFor(_, let from, let to, let step, let block):
      max(from.height, to.height, step?.height ?? 0, block.height) + 1
    case .genericFor(_, let values, let block): max(values.height, block.height) + 1
    }
  }
}
