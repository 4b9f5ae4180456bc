extension Instrumenter {
  /// Whether an expression gets a probe itself, or only what is inside it.
  enum Treatment {
    case wrapped, bare
  }

  mutating func visit(_ expression: LuaExpression, _ treatment: Treatment, name: String? = nil) {
    guard treatment == .wrapped, let kind = expression.probeKind else { return visitInside(expression, name) }
    wrap(expression, kind, name: name) { $0.visitInside(expression, nil) }
  }

  private mutating func visitInside(_ expression: LuaExpression, _ name: String?) {
    switch expression.kind {
    case .nil, .boolean, .integer, .number, .text, .vararg, .name, .long: break
    case .function(let function): visit(function)
    case .table(let table): for field in table.fields { visit(field) }
    case .member(let record, _): visit(prefix: record)
    case .index(let record, let key):
      visit(prefix: record)
      visit(key, .wrapped)
    case .call(let callee, _, let arguments):
      visit(prefix: callee)
      for value in arguments.values { visit(value, .wrapped) }
    // What a length is of is a table or a text that the length speaks for.
    case .unary(let sign, let operand): visit(operand, sign.kind == .length ? .bare : .wrapped)
    case .binary(let left, let sign, let right): visit(left, sign.kind, right)
    case .parenthesized(let inner): visit(inner, .wrapped, name: name)
    }
  }

  /// What stands before a dot, a bracket or arguments. Names and what is reached from them stay as they are,
  /// so that an error can say what they are called.
  private mutating func visit(prefix expression: LuaExpression) {
    switch expression.kind {
    case .name: break
    case .member, .index: visitInside(expression, nil)
    case .parenthesized(let inner) where inner.isAccess: visit(prefix: inner)
    default: visit(expression, .wrapped)
    }
  }

  private mutating func visit(_ left: LuaExpression, _ sign: LuaOperator.Kind, _ right: LuaExpression) {
    let isReadLate = sign != .and && sign != .or && sign != .concatenate && isOwnVariable(left)
    if !(isReadLate && right.mayCall) { visit(left, .wrapped) }
    visit(right, .wrapped)
  }

  /// Whether an expression may come to no more than a local of the function itself, to which something is
  /// assigned.
  private func isOwnVariable(_ expression: LuaExpression) -> Bool {
    switch expression.kind {
    case .parenthesized(let inner): return isOwnVariable(inner)
    // Of `true and n` the compiler leaves `n`.
    case .binary(_, let sign, let right) where sign.kind == .and || sign.kind == .or:
      return isOwnVariable(right)
    case .name(let name):
      guard case .local(let id) = name.binding else { return false }
      return chunk[id].function == function && chunk[id].isReassigned
    default: return false
    }
  }

  private mutating func visit(_ field: LuaTable.Field) {
    // A key that is worked out is read late, as the left of an operator is.
    if case .computed(let key, _) = field.key { visit(key, .bare) }
    var name: String?
    if case .name(let word) = field.key { name = word.text }
    visit(field.value, .wrapped, name: name)
  }
}

extension LuaExpression {
  var isCall: Bool {
    if case .call = kind { true } else { false }
  }

  fileprivate var isAccess: Bool {
    switch kind {
    case .name, .member, .index: true
    case .parenthesized(let inner): inner.isAccess
    default: false
    }
  }

  /// What kind of probe an expression is worth; nil where its text says it all, or it has several values.
  fileprivate var probeKind: Probe.Kind? {
    switch kind {
    case .name(let name): name.binding == .global ? nil : .access
    case .member, .index: .access
    case .call: .call
    case .unary(let sign, let operand):
      operand.isConstant ? nil : sign.kind == .not ? .test : sign.kind == .length ? .access : .operation
    case .binary(let left, let sign, let right):
      left.isConstant && right.isConstant
        ? nil : sign.kind.isComparison || sign.kind == .and || sign.kind == .or ? .test : .operation
    case .nil, .boolean, .integer, .number, .text, .vararg, .function, .table, .parenthesized, .long: nil
    }
  }

  /// Whether nothing but constants is in it.
  private var isConstant: Bool {
    switch kind {
    case .nil, .boolean, .integer, .number, .text: true
    case .unary(_, let operand), .parenthesized(let operand): operand.isConstant
    case .binary(let left, _, let right): left.isConstant && right.isConstant
    default: false
    }
  }

  /// Whether evaluating it may run some function.
  fileprivate var mayCall: Bool {
    switch kind {
    case .call: true
    case .nil, .boolean, .integer, .number, .text, .vararg, .name, .function: false
    case .table(let table):
      table.fields.contains { field in
        if case .computed(let key, _) = field.key, key.mayCall { return true }
        return field.value.mayCall
      }
    case .member(let inner, _), .unary(_, let inner), .parenthesized(let inner): inner.mayCall
    case .index(let a, let b), .binary(let a, _, let b): a.mayCall || b.mayCall
    case .long(let parts): parts.contains { $0.mayCall }
    }
  }
}
