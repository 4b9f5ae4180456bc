/// An operator, and where it stands.
package struct LuaOperator: Hashable, Sendable {
  package var kind: Kind
  package var range: SourceRange

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case or, and
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case notEqual = "~="
    case equal = "=="
    case bitOr = "|"
    case bitXor = "~"
    case bitAnd = "&"
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case concatenate = ".."
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "^"
    // Before their operand.
    case negate, bitNot, not, length
  }
}

extension LuaOperator.Kind {
  /// As it is written.
  package var symbol: String {
    switch self {
    case .negate: "-"
    case .bitNot: "~"
    case .length: "#"
    default: rawValue
    }
  }

  package var isUnary: Bool { self == .negate || self == .bitNot || self == .not || self == .length }

  /// `<`, `<=`, `>`, `>=`, `==` and `~=`.
  package var isComparison: Bool { self == .equal || self == .notEqual || isOrder }

  /// `<`, `<=`, `>` and `>=`.
  package var isOrder: Bool {
    self == .less || self == .greater || self == .lessOrEqual || self == .greaterOrEqual
  }

  /// How strongly it binds to what stands left and right of it (reference manual, section 3.4.8). Where the
  /// right is weaker, a row of it is read from the right.
  var priority: (left: Int, right: Int) {
    switch self {
    case .or: (1, 1)
    case .and: (2, 2)
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .notEqual, .equal: (3, 3)
    case .bitOr: (4, 4)
    case .bitXor: (5, 5)
    case .bitAnd: (6, 6)
    case .shiftLeft, .shiftRight: (7, 7)
    case .concatenate: (9, 8)
    case .add, .subtract: (10, 10)
    case .multiply, .divide, .floorDivide, .modulo: (11, 11)
    case .power: (14, 13)
    case .negate, .bitNot, .not, .length: (LuaOperator.unaryPriority, LuaOperator.unaryPriority)
    }
  }
}

extension LuaOperator {
  static let unaryPriority = 12
}

extension LuaToken.Kind {
  /// The operator that stands before an operand.
  var unaryOperator: LuaOperator.Kind? {
    switch self {
    case .not: .not
    case .minus: .negate
    case .tilde: .bitNot
    case .hash: .length
    default: nil
    }
  }

  /// The operator that stands between two operands.
  var binaryOperator: LuaOperator.Kind? { LuaToken.Kind.operatorsByKind[Int(rawValue)] }

  private static let operatorsByKind = allCases.map { binaryOperators[$0] }
  private static let binaryOperators: [LuaToken.Kind: LuaOperator.Kind] = [
    .plus: .add, .minus: .subtract, .star: .multiply, .slash: .divide, .doubleSlash: .floorDivide,
    .percent: .modulo, .caret: .power, .ampersand: .bitAnd, .bar: .bitOr, .tilde: .bitXor,
    .shiftLeft: .shiftLeft, .shiftRight: .shiftRight, .concatenation: .concatenate, .equal: .equal,
    .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
    .greaterOrEqual: .greaterOrEqual, .and: .and, .or: .or,
  ]
}
