// What is known of an expression's value.
extension Inspection {
  func shape(of expression: LuaExpression, in frame: Frame) -> Shape {
    guard shapeDepth < Inspection.deepest * 3, mayWork() else { return .unknown }
    shapeDepth += 1
    defer { shapeDepth -= 1 }
    switch expression.kind {
    case .nil: return Shape(kind: .nothing)
    case .boolean: return Shape(kind: .boolean)
    case .integer(let value): return Shape(kind: .literal(Double(value)))
    case .number(let value): return Shape(kind: .literal(value))
    case .text(let text): return Shape(kind: text.string.map { .constant($0) } ?? .text)
    case .parenthesized(let inner): return shape(of: inner, in: frame)
    case .name(let name): return shape(of: name, in: frame)
    case .function(let function):
      return Shape(kind: .function(Shape.Function(function: function, frame: frame)))
    case .table: return table(expression, frame)
    case .member(let record, let word): return value(of: word.text, in: shape(of: record, in: frame))
    case .index(let record, let key): return indexed(shape(of: record, in: frame), shape(of: key, in: frame))
    case .call(let callee, let method, let arguments):
      return result(of: Called(expression, callee, method, arguments), frame)
    case .unary(let symbol, _): return Inspection.result(of: symbol.kind)
    case .binary(let left, let symbol, let right): return binary(left, symbol.kind, right, frame)
    case .vararg, .long: return .unknown
    }
  }

  private func table(_ expression: LuaExpression, _ frame: Frame) -> Shape {
    Shape(kind: .table(Shape.Table(entry: frame.file.chunk.entry(for: expression), frame: frame)))
  }

  private func binary(
    _ left: LuaExpression, _ symbol: LuaOperator.Kind, _ right: LuaExpression, _ frame: Frame
  ) -> Shape {
    switch symbol {
    case .or: return shape(of: left, in: frame).joined(shape(of: right, in: frame))
    // False or nil when the left is, which equals nothing that the right could be.
    case .and: return shape(of: right, in: frame)
    default: return Inspection.result(of: symbol)
    }
  }

  private static func result(of symbol: LuaOperator.Kind) -> Shape {
    if symbol.isComparison || symbol == .not { return Shape(kind: .boolean) }
    return Shape(kind: symbol == .concatenate ? .text : symbol == .length ? .integer : .number)
  }

  // MARK: Names

  private func shape(of name: LuaName, in frame: Frame) -> Shape {
    switch name.binding {
    case .local(let id): return shape(of: id, in: frame)
    case .field: return .unknown
    case .global:
      if Vocabulary.libraries.contains(where: { $0.name == name.text }) {
        return Shape(kind: .library(name.text))
      }
      return Shape(kind: Inspection.function(name.text) != nil ? .builtin(name.text) : .nothing)
    }
  }

  private func shape(of id: LuaLocal.ID, in frame: Frame) -> Shape {
    let local = frame.file.chunk[id]
    guard !local.isReassigned else { return .unknown }
    // The frame of the function that the local belongs to; this one for a function inside it.
    var owner: Frame? = frame
    while let here = owner, here.function != local.function { owner = here.parent }
    let home = owner ?? frame
    if let known = home.arguments[id] ?? home.locals[id] { return known }
    home.locals[id] = .unknown  // for a local that stands in its own way
    let shape = declared(local, in: home)
    home.locals[id] = shape
    return shape
  }

  private func declared(_ local: LuaLocal, in frame: Frame) -> Shape {
    if let loop = frame.file.index.loops[local.id] { return loopVariable(loop.values, loop.position, frame) }
    switch local.role {
    case .loopVariable: return Shape(kind: .number)
    case .variable, .function: return local.initialValue.map { shape(named: local.id, $0, frame) } ?? .unknown
    case .parameter, .implicitSelf: return .unknown
    }
  }

  /// A table knows by which name statements add to it.
  private func shape(named id: LuaLocal.ID, _ value: LuaExpression, _ frame: Frame) -> Shape {
    guard case .table = value.kind else { return shape(of: value, in: frame) }
    let entry = frame.file.chunk.entry(for: value, named: id)
    return Shape(kind: .table(Shape.Table(entry: entry, frame: frame)))
  }

  /// What `for a, b in pairs(x)` and `ipairs(x)` give.
  private func loopVariable(_ values: [LuaExpression], _ position: Int, _ frame: Frame) -> Shape {
    guard values.count == 1, case .call(let callee, nil, let arguments) = values[0].kind,
      let argument = arguments.values.first, case .builtin(let name) = shape(of: callee, in: frame).kind,
      name == "pairs" || name == "ipairs"
    else { return .unknown }
    switch (shape(of: argument, in: frame).kind, position) {
    case (.list, 0): return Shape(kind: .integer)
    case (.list(let element), 1): return element
    case (.record, 0): return Shape(kind: .text)
    case (_, 0) where name == "ipairs": return Shape(kind: .integer)
    default: return .unknown
    }
  }

  // MARK: Keys

  /// What is found under a name in a value.
  func value(of key: String, in shape: Shape) -> Shape {
    switch shape.kind {
    case .record(let record):
      guard let term = record.terms[key] else { return .unknown }
      return Shape(term.type, origin: (shape.origin ?? "") + "." + key, scope: record.id)
    case .library(let library): return Inspection.member(key, of: library)
    case .text, .date, .time, .oneOf, .constant: return Inspection.member(key, of: "string")
    case .table(let table): return value(of: .name(key), in: table)
    default: return .unknown
    }
  }

  private func value(of key: LuaKey, in table: Shape.Table) -> Shape {
    if case .name(let name) = key, table.frame.file.index.nestedKeys.contains(name) { return .unknown }
    guard let entry = entries(of: table)[key] else { return .unknown }
    let shape = shape(of: entry.value, in: table.frame)
    // Others may set the keys of a table that is handed on; that they set another function is unlikely.
    if case .function = shape.kind { return shape }
    guard let local = table.entry.local, !table.frame.file.index.isClosed(local) else { return shape }
    return .unknown
  }

  private func indexed(_ shape: Shape, _ key: Shape) -> Shape {
    switch (shape.kind, key.kind) {
    case (_, .constant(let name)): value(of: name, in: shape)
    case (.list(let element), .integer), (.list(let element), .number), (.list(let element), .literal):
      element
    default: .unknown
    }
  }

  private static func member(_ name: String, of library: String) -> Shape {
    guard let found = Vocabulary.libraries.first(where: { $0.name == library }) else { return .unknown }
    if found.functions.contains(where: { $0.name == name }) {
      return Shape(kind: .builtin(library + "." + name))
    }
    return found.constants[name] == nil ? Shape(kind: .nothing) : Shape(kind: .unknown)
  }

  /// A function of the host or of Lua's library.
  static func function(_ name: String) -> VocabularyFunction? { functions[name] }

  private static let functions: [String: VocabularyFunction] = {
    let plain = Vocabulary.base + Vocabulary.recorders + [Vocabulary.atLeast]
    var functions = Dictionary(uniqueKeysWithValues: plain.map { ($0.name, $0) })
    for library in Vocabulary.libraries {
      for function in library.functions { functions["\(library.name).\(function.name)"] = function }
    }
    return functions
  }()
}
