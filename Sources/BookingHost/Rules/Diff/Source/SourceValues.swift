/// A number or text that stands in a source file.
enum SourceLiteral: Hashable {
  case whole(Int)
  case share(Double)
  case text(String)

  var whole: Int? { if case .whole(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// What the locals of a file are ever set to, and the literals behind an expression.
struct SourceValues {
  private var given: [LuaLocal.ID: [LuaExpression]] = [:]

  init() {}

  init(_ chunk: LuaChunk) {
    chunk.forEach { node in
      guard case .statement(let statement) = node else { return }
      switch statement.kind {
      case .local(let ids, let values):
        for (id, value) in zip(ids, values) { given[id, default: []].append(value) }
      case .assignment(let targets, let values):
        for (target, value) in zip(targets, values) {
          if let id = target.localID { given[id, default: []].append(value) }
        }
      case .genericFor(let ids, let values, _):
        for id in ids { given[id, default: []] += values }
      default: break
      }
    }
  }

  func of(_ id: LuaLocal.ID) -> [LuaExpression] { given[id] ?? [] }

  /// Every literal in some expressions, and behind the locals that they name. Arithmetic on numbers is one
  /// number: `24 * 60` is 1440.
  func literals(_ expressions: [LuaExpression], following: Int = 6) -> [SourceLiteral] {
    literals(expressions.map { .expression($0) }, following: following)
  }

  func literals(_ nodes: [LuaNode], following: Int = 6) -> [SourceLiteral] {
    var found: [SourceLiteral] = []
    LuaNode.walk(nodes) { node in
      guard case .expression(let expression) = node else { return true }
      if let number = expression.number {
        found.append(SourceLiteral(number))
        return false
      }
      if let text = expression.textValue { found.append(.text(text)) }
      if following > 0, let id = expression.localID {
        found += literals(of(id), following: following - 1)
      }
      return true
    }
    return found
  }

  /// The keys of the table behind an expression.
  func keys(of expression: LuaExpression, following: Int = 6) -> [SourceLiteral] {
    if following > 0, let id = expression.localID {
      return of(id).flatMap { keys(of: $0, following: following - 1) }
    }
    return expression.fields.compactMap { field in
      if case .name(let name)? = field.key.constant { .text(name) } else { nil }
    }
  }
}

extension SourceLiteral {
  init(_ number: Double) {
    self = Int(exactly: number).map { .whole($0) } ?? .share(number)
  }
}

// Questions about expressions that reading asks.
extension LuaExpression {
  var textValue: String? { if case .text(let text) = kind { text.string } else { nil } }

  var localID: LuaLocal.ID? {
    if case .name(let name) = kind, case .local(let id) = name.binding { id } else { nil }
  }

  /// The name that a value is known by: `guest` of `facts.guest`.
  var lastWord: String? {
    switch kind {
    case .name(let name): name.text
    case .member(_, let word): word.text
    case .parenthesized(let inner): inner.lastWord
    default: nil
    }
  }

  /// The number that this is, worked out.
  var number: Double? {
    switch kind {
    case .integer(let number): return Double(number)
    case .number(let number): return number.isFinite ? number : nil
    case .parenthesized(let inner): return inner.number
    case .unary(let sign, let operand): return sign.kind == .negate ? operand.number.map { -$0 } : nil
    case .binary(let left, let sign, let right):
      guard let left = left.number, let right = right.number else { return nil }
      switch sign.kind {
      case .add: return left + right
      case .subtract: return left - right
      case .multiply: return left * right
      case .divide, .floorDivide: return right == 0 ? nil : left / right
      default: return nil
      }
    default: return nil
    }
  }

  func callsGlobal(_ names: String...) -> Bool {
    guard case .call(let callee, nil, _) = kind, case .name(let name) = callee.kind else { return false }
    return name.binding == .global && names.contains(name.text)
  }

  /// A global, or a member of one: `email`, `math.max`.
  fileprivate var isOfTheLibrary: Bool {
    switch kind {
    case .name(let name): name.binding == .global
    case .member(let record, _): record.isOfTheLibrary
    default: false
    }
  }

  /// Whether a name occurs in it.
  func mentions(_ word: String) -> Bool {
    var found = false
    LuaNode.walk([.expression(self)]) { node in
      if case .expression(let expression) = node, expression.lastWord == word { found = true }
      return !found
    }
    return found
  }
}

extension LuaNode {
  /// `lib.contact` of `require "lib.contact"`.
  var requiredModule: String? {
    guard case .expression(let expression) = self, case .call(_, _, let arguments) = expression.kind,
      expression.callsGlobal("require")
    else { return nil }
    return arguments.values.first?.textValue
  }

  /// The last word of what is called, unless it is of the library.
  var calledName: String? {
    guard case .expression(let expression) = self, case .call(let callee, let method, _) = expression.kind
    else { return nil }
    return method?.text ?? (callee.isOfTheLibrary ? nil : callee.lastWord)
  }

  /// The functions that begin here, with the names they are declared by.
  func functions(in chunk: LuaChunk) -> [(name: String?, LuaFunction)] {
    switch self {
    case .statement(let statement):
      switch statement.kind {
      case .localFunction(let id, let function): [(chunk[id].name, function)]
      case .function(let target, _, let function): [(target.lastWord, function)]
      case .local(let ids, let values):
        zip(ids, values).compactMap { id, value in
          if case .function(let function) = value.kind { (chunk[id].name, function) } else { nil }
        }
      default: []
      }
    case .expression(let expression):
      if case .function(let function) = expression.kind { [(nil, function)] } else { [] }
    }
  }
}

extension LuaChunk {
  /// Functions that are values in tables, by where they stand: the keys they are found under.
  var fieldNamesOfFunctions: [SourceRange: String] {
    var names: [SourceRange: String] = [:]
    forEach { node in
      guard case .expression(let expression) = node else { return }
      for field in expression.fields {
        if case .function(let function) = field.value.kind, case .name(let name)? = field.key.constant {
          names[function.range] = name
        }
      }
    }
    return names
  }
}
