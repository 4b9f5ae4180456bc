extension Instrumenter {
  mutating func visit(_ block: LuaBlock) {
    for statement in block.statements { visit(statement) }
  }

  private mutating func visit(_ statement: LuaStatement) {
    switch statement.kind {
    // Nothing may come between a label and the end of its block.
    case .empty, .label: return
    default: mark(statement)
    }
    switch statement.kind {
    case .empty, .label, .goto, .break: break
    case .local(let names, let values): visit(values, given: names)
    case .localFunction(_, let function), .function(_, _, let function): visit(function)
    case .assignment(let targets, let values): visit(values, assignedTo: targets)
    case .call(let call): visit(call, .bare)
    case .return(let values): visit(returned: values)
    default: visitCompound(statement.kind)
    }
  }

  private mutating func visitCompound(_ kind: LuaStatement.Kind) {
    switch kind {
    case .do(let block): visit(block)
    case .while(let condition, let block):
      visit(condition, .wrapped)
      visit(block)
    case .repeat(let block, let condition):
      visit(block)
      visit(condition, .wrapped)
    case .if(let clauses, let otherwise):
      for clause in clauses {
        visit(clause.condition, .wrapped)
        visit(clause.block)
      }
      if let otherwise { visit(otherwise) }
    case .numericFor(_, let from, let to, let step, let block):
      for bound in [from, to, step].compactMap({ $0 }) { visit(bound, .wrapped) }
      visit(block)
    case .genericFor(_, let values, let block):
      // Iterators say nothing; what they are made from does.
      for value in values { visit(value, .bare) }
      visit(block)
    default: break
    }
  }

  private mutating func visit(_ values: [LuaExpression], given names: [LuaLocal.ID]) {
    for (index, value) in values.enumerated() {
      let local = index < names.count ? chunk[names[index]] : nil
      visit(value, local?.attribute == .close ? .bare : .wrapped, name: local?.name)
    }
  }

  /// Targets are left alone: when their parts are read is part of what an assignment does.
  private mutating func visit(_ values: [LuaExpression], assignedTo targets: [LuaExpression]) {
    for (index, value) in values.enumerated() {
      visit(value, .wrapped, name: index < targets.count ? text(of: targets[index].range) : nil)
    }
  }

  private mutating func visit(returned values: [LuaExpression]) {
    let isTailCall = values.count == 1 && values[0].isCall
    for value in values { visit(value, isTailCall ? .bare : .wrapped) }
  }
}
