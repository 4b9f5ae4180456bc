/// A call as it is written.
struct Called {
  var expression: LuaExpression
  var callee: LuaExpression
  var method: LuaWord?
  var arguments: LuaArguments

  init(
    _ expression: LuaExpression, _ callee: LuaExpression, _ method: LuaWord?, _ arguments: LuaArguments
  ) {
    self.expression = expression
    self.callee = callee
    self.method = method
    self.arguments = arguments
  }

  /// Whether the arguments are as many as are written: the last is no call that may give more or fewer.
  var isCounted: Bool {
    switch arguments.values.last?.kind {
    case .call, .vararg, .long: false
    default: true
    }
  }
}

// What is called with what, and what it gives.
extension Inspection {
  /// What a call gives first.
  func result(of call: Called, _ frame: Frame) -> Shape {
    let callee = callee(of: call, frame)
    switch callee.kind {
    case .function(let function): return look(at: function, arguments(of: call, frame), frame.context)
    case .builtin("require"): return required(call)?.shape ?? .unknown
    case .builtin(let name): return Inspection.function(name)?.result.map(Inspection.plain) ?? .unknown
    default: return .unknown
    }
  }

  /// What is called: for a method, the method.
  func callee(of call: Called, _ frame: Frame) -> Shape {
    let base = shape(of: call.callee, in: frame)
    return call.method.map { value(of: $0.text, in: base) } ?? base
  }

  private func arguments(of call: Called, _ frame: Frame) -> [Shape] {
    let receiver = call.method == nil ? [] : [shape(of: call.callee, in: frame)]
    return (receiver + call.arguments.values.map { shape(of: $0, in: frame) }).map(shared)
  }

  /// What a function that may be called from elsewhere too can rely on: an issue may be any.
  private func shared(_ shape: Shape) -> Shape {
    guard case .record(let record) = shape.kind, record.detail != nil,
      let mode = modes.values.first(where: { record.id.hasPrefix($0.mode + ":") })
    else { return shape }
    return mode.issue(nil)
  }

  private static func plain(_ type: ValueType) -> Shape { Shape(Shape(type, origin: "", scope: "").kind) }

  /// Looks at a function as it is called here, once for each way it is called, and says what it gives.
  @discardableResult
  func look(at function: Shape.Function, _ arguments: [Shape], _ context: RuleContext) -> Shape {
    let call = Call(function: function, arguments: arguments, context: context)
    if let known = calls[call] { return known }
    guard callDepth < Inspection.deepest, mayWork() else { return .unknown }
    calls[call] = .unknown  // for one that calls itself
    callDepth += 1
    defer { callDepth -= 1 }
    let code = function.function
    // Code that asks for the type of what it is given takes more than one.
    let isOpen = function.frame.file.index.asksForTypes(code)
    let given = isOpen ? [:] : Dictionary(zip(code.parameters, arguments)) { first, _ in first }
    let frame = enter(
      function.frame.file, function: code.id, parent: function.frame, context, arguments: given)
    inspect(code.body, frame)
    let result = returned(code.body, frame)
    calls[call] = result
    return result
  }

  private func returned(_ body: LuaBlock, _ frame: Frame) -> Shape {
    var results: [Shape] = []
    for values in body.returns { results.append(values.first.map { shape(of: $0, in: frame) } ?? .unknown) }
    return results.dropFirst().reduce(results.first ?? .unknown) { $0.joined($1) }
  }

  // MARK: What is wrong with a call

  func inspectCall(_ call: Called, _ frame: Frame) {
    if let method = call.method { inspectMethod(method, call.callee, frame) }
    if call.method == nil, case .name(let name) = call.callee.kind {
      inspectName(name, frame, isCalled: true)
    }
    let callee = callee(of: call, frame)
    switch callee.kind {
    case .builtin("require"): inspectRequire(call, frame)
    case .builtin(let name): inspectBuiltin(name, call, frame)
    case .function(let function): look(at: function, arguments(of: call, frame), frame.context)
    case .record, .list, .integer, .number, .literal, .boolean, .truth, .date, .time, .oneOf, .constant,
      .text:
      reportNoFunction(callee, call, frame)
    case .unknown, .nothing, .table, .library: break
    }
  }

  private func reportNoFunction(_ callee: Shape, _ call: Called, _ frame: Frame) {
    let range = call.method?.range ?? call.callee.range
    let text = frame.file.text(range)
    let what = callee.described
    report("not_a_function", "`\(text)` is \(what), and cannot be called", range, in: frame.file)
  }

  private func inspectMethod(_ method: LuaWord, _ base: LuaExpression, _ frame: Frame) {
    let shape = shape(of: base, in: frame)
    switch shape.family {
    case .text: inspectKey(method.text, method.range, of: base, frame)
    case .table:
      if case .record = shape.kind { inspectKey(method.text, method.range, of: base, frame) }
    case .number, .boolean:
      let written = frame.file.text(base.range)
      report(
        "not_a_table", "`\(written)` is \(shape.described), and has no `\(method.text)`", method.range,
        in: frame.file, suggestion: "write `tostring(\(written)):\(method.text)(…)`")
    case .function, nil: break
    }
  }
}

extension Shape {
  init(_ kind: Kind) { self.init(kind: kind) }

  /// What it is, for a sentence: "text", "a weekday".
  var described: String {
    switch kind {
    case .unknown: "something"
    case .nothing: "nil"
    case .boolean: "true or false"
    case .truth: "true or nil"
    case .integer, .number: "a number"
    case .literal(let value):
      "the number \(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value))"
    case .text: "text"
    case .date: "a date (text such as \"2026-11-22\")"
    case .time: "a time (text such as \"19:30\")"
    case .oneOf(_, let noun): "a \(noun) (text)"
    case .constant(let text): "the text \"\(text.prefix(40))\""
    case .record, .table, .library: "a table"
    case .list: "a list"
    case .function, .builtin: "a function"
    }
  }
}

extension LuaBlock {
  /// What the `return`s of a function's body return, those of functions inside it left out.
  var returns: [[LuaExpression]] {
    var found: [[LuaExpression]] = []
    LuaNode.walk(nodes) { node in
      guard case .statement(let statement) = node else { return false }
      switch statement.kind {
      case .return(let values): found.append(values)
      case .function, .localFunction: return false
      default: break
      }
      return true
    }
    return found
  }
}
