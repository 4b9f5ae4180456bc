/// Which names are visible where: the locals of the functions and blocks that are open while a file is read,
/// and the labels and gotos that have not found each other yet. Limits and rules are liblua's.
///
/// Two of liblua's limits follow from how it allots registers and writes code, and are left to it:
/// "function or expression needs too many registers" (255 values at once) and "control structure too long"
/// (some 16 million instructions to jump over).
struct LuaScopes {
  private(set) var locals: [LuaLocal] = []
  /// Declared in the functions that are open, visible yet or not. Nil is one that liblua keeps for itself.
  private var declared: [LuaLocal.ID?] = []
  /// How many of `declared` can be seen.
  private var activeCount = 0
  /// By name; the last hides the others.
  private var visible: [String: [LuaLocal.ID]] = [:]
  /// Locals that stand for a value known while compiling. They take no upvalue.
  private var constants: Set<LuaLocal.ID> = []
  private var functions: [Function] = []
  private var blocks: [Block] = []
  private var jumps: [Jump] = []
  /// Indices of jumps that look for a label, by its name; the last is the innermost.
  private var jumpsByName: [String: [Int]] = [:]
  private var waitingJumps = 0
  private var labelCount = 0
  private(set) var functionCount = 0

  private struct Function {
    var id: Int
    var firstLocal: Int
    var firstBlock: Int
    /// Visible locals of the functions around it.
    var outerCount: Int
    var isVararg: Bool
    var upvalues: Set<Upvalue> = []
    var labels: [String: Label] = [:]
    /// Locals that liblua names in debug information.
    var named = 0
  }

  private enum Upvalue: Hashable {
    case environment
    case local(LuaLocal.ID)
  }

  private struct Block {
    var isLoop: Bool
    /// Visible locals outside of it.
    var activeCount: Int
    var firstJump: Int
    var labels: [String] = []
  }

  private struct Label {
    var line: Int
    var activeCount: Int
  }

  /// A goto whose label has not been seen. `break` is one to the end of its loop.
  private struct Jump {
    var word: LuaWord
    var activeCount: Int
    var isSolved = false
  }

  private enum Limit {
    static let locals = 200
    static let upvalues = 255
    static let jumps = 32767
  }

  static let breakLabel = "break"

  // MARK: Functions and blocks

  mutating func openFunction(isVararg: Bool) -> Int {
    let id = functionCount
    functionCount += 1
    functions.append(
      Function(
        id: id, firstLocal: declared.count, firstBlock: blocks.count, outerCount: activeCount,
        isVararg: isVararg))
    // What is being declared around it stays unseen.
    activeCount = declared.count
    // The chunk itself is given the globals.
    if functions.count == 1 { functions[0].upvalues.insert(.environment) }
    openBlock(isLoop: false)
    return id
  }

  mutating func closeFunction() throws(LuaSyntaxError) {
    try closeBlock()
    activeCount = functions.removeLast().outerCount
  }

  var isInVararg: Bool { functions.last!.isVararg }

  mutating func takeVararg() { functions[functions.count - 1].isVararg = true }

  mutating func openBlock(isLoop: Bool) {
    blocks.append(Block(isLoop: isLoop, activeCount: activeCount, firstJump: jumps.count))
  }

  mutating func closeBlock() throws(LuaSyntaxError) {
    let block = blocks.last!
    if block.isLoop { try land(LuaScopes.breakLabel, Label(line: 0, activeCount: activeCount)) }
    blocks.removeLast()
    hideLocals(downTo: block.activeCount)
    for label in block.labels { functions[functions.count - 1].labels[label] = nil }
    labelCount -= block.labels.count
    while jumps.count > block.firstJump, jumps[jumps.count - 1].isSolved { jumps.removeLast() }
    for index in block.firstJump..<jumps.count { jumps[index].activeCount = block.activeCount }
    if blocks.count == functions.last!.firstBlock { try failLostJump(from: block.firstJump) }
  }

  private mutating func hideLocals(downTo count: Int) {
    while declared.count > count {
      guard let id = declared.removeLast(), declared.count < activeCount else { continue }
      visible[locals[id.index].name]?.removeLast()
    }
    activeCount = count
  }

  // MARK: Locals

  /// Declares a local that is not visible yet.
  mutating func declare(
    _ word: LuaWord, _ role: LuaLocal.Role, _ attribute: LuaLocal.Attribute? = nil
  ) throws(LuaSyntaxError) -> LuaLocal.ID {
    try checkRoom(at: word.range)
    let id = LuaLocal.ID(index: locals.count)
    locals.append(
      LuaLocal(
        id: id, name: word.text, range: word.range, role: role, attribute: attribute,
        function: functions.last!.id))
    declared.append(id)
    return id
  }

  /// Declares locals that have no name, in which a loop keeps its state.
  mutating func declareState(_ count: Int, at range: SourceRange) throws(LuaSyntaxError) {
    for _ in 0..<count {
      try checkRoom(at: range)
      declared.append(nil)
    }
  }

  private func checkRoom(at range: SourceRange) throws(LuaSyntaxError) {
    guard declared.count - functions.last!.firstLocal < Limit.locals else {
      throw LuaSyntaxError(
        "a function has at most \(Limit.locals) local names at once", at: range,
        suggestion: "keep the values in a table, or split the function")
    }
  }

  /// Makes all that is declared visible.
  mutating func activate(at range: SourceRange) throws(LuaSyntaxError) {
    for id in declared[activeCount...] {
      if let id { visible[locals[id.index].name, default: []].append(id) }
      // Where liblua works a value out while compiling, it names no local. If it does not after all, it is
      // liblua that finds the limit.
      if id.map({ !constants.contains($0) }) ?? true { functions[functions.count - 1].named += 1 }
    }
    activeCount = declared.count
    guard functions.last!.named <= Limit.jumps else {
      throw LuaSyntaxError("a function declares at most \(Limit.jumps) local names", at: range)
    }
  }

  mutating func setAttribute(_ attribute: LuaLocal.Attribute, of id: LuaLocal.ID) {
    locals[id.index].attribute = attribute
  }

  /// Notes what a declaration gives its locals.
  mutating func initialize(_ ids: [LuaLocal.ID], with values: [LuaExpression]) {
    for (id, value) in zip(ids, values) { locals[id.index].initialValue = value }
    guard ids.count == values.count, let last = ids.last, locals[last.index].attribute == .const,
      isConstant(values[values.count - 1])
    else { return }
    constants.insert(last)
  }

  mutating func initialize(_ id: LuaLocal.ID, with function: LuaFunction) {
    locals[id.index].initialValue = LuaExpression(.function(function), function.range)
  }

  /// Whether liblua may work the expression out while compiling. Where it cannot after all, a local is not
  /// counted as an upvalue here although it is one: then liblua finds the limit.
  private func isConstant(_ expression: LuaExpression) -> Bool {
    switch expression.kind {
    case .nil, .boolean, .integer, .number, .text: true
    case .parenthesized(let inner), .unary(_, let inner): isConstant(inner)
    case .binary(let left, _, let right): isConstant(left) && isConstant(right)
    case .name(let name):
      if case .local(let id) = name.binding { constants.contains(id) } else { false }
    default: false
    }
  }

  mutating func noteAssignment(to id: LuaLocal.ID) { locals[id.index].isReassigned = true }

  // MARK: Names

  /// What a name stands for here.
  mutating func resolve(_ word: LuaWord) throws(LuaSyntaxError) -> LuaName.Binding {
    if let id = visible[word.text]?.last {
      try capture(id, at: word.range)
      return .local(id)
    }
    if let environment = visible["_ENV"]?.last {
      try capture(environment, at: word.range)
      return .field(of: environment)
    }
    try captureUpvalue(.environment, ownedBy: -1, at: word.range)
    return .global
  }

  private mutating func capture(_ id: LuaLocal.ID, at range: SourceRange) throws(LuaSyntaxError) {
    guard !constants.contains(id) else { return }
    try captureUpvalue(.local(id), ownedBy: locals[id.index].function, at: range)
  }

  /// Every function from the innermost up to the one that owns a local hands it on.
  private mutating func captureUpvalue(
    _ upvalue: Upvalue, ownedBy owner: Int, at range: SourceRange
  ) throws(LuaSyntaxError) {
    for index in functions.indices.reversed() {
      if functions[index].id == owner || !functions[index].upvalues.insert(upvalue).inserted { return }
      guard functions[index].upvalues.count <= Limit.upvalues else {
        throw LuaSyntaxError(
          "a function uses at most \(Limit.upvalues) names from around it", at: range,
          suggestion: "keep the values in a table")
      }
    }
  }

  // MARK: Labels and gotos

  mutating func goto(_ word: LuaWord) throws(LuaSyntaxError) {
    if functions.last!.labels[word.text] == nil { try wait(word) }
  }

  mutating func breakLoop(at range: SourceRange) throws(LuaSyntaxError) {
    try wait(LuaWord(text: LuaScopes.breakLabel, range: range))
  }

  private mutating func wait(_ word: LuaWord) throws(LuaSyntaxError) {
    guard waitingJumps < Limit.jumps else {
      throw LuaSyntaxError("there are more than \(Limit.jumps) gotos without their label", at: word.range)
    }
    waitingJumps += 1
    jumpsByName[word.text, default: []].append(jumps.count)
    jumps.append(Jump(word: word, activeCount: activeCount))
  }

  /// Declares a label. After the last one of a block its locals are taken to be gone.
  mutating func label(_ word: LuaWord, isLast: Bool) throws(LuaSyntaxError) {
    if let other = functions.last!.labels[word.text] {
      throw LuaSyntaxError("the label `\(word.text)` is already on line \(other.line)", at: word.range)
    }
    guard labelCount < Limit.jumps else {
      throw LuaSyntaxError("there are more than \(Limit.jumps) labels", at: word.range)
    }
    let count = isLast ? blocks.last!.activeCount : activeCount
    let label = Label(line: word.range.start.line, activeCount: count)
    functions[functions.count - 1].labels[word.text] = label
    blocks[blocks.count - 1].labels.append(word.text)
    labelCount += 1
    try land(word.text, label)
  }

  /// Ends the jumps of this block that look for a label.
  private mutating func land(_ name: String, _ label: Label) throws(LuaSyntaxError) {
    while let index = jumpsByName[name]?.last, index >= blocks.last!.firstJump {
      let jump = jumps[index]
      guard jump.activeCount >= label.activeCount else {
        let local = declared[jump.activeCount].map { locals[$0.index].name } ?? "of a loop"
        throw LuaSyntaxError(
          "`goto \(name)` jumps to where the local `\(local)` can be seen, past its declaration",
          at: jump.word.range,
          suggestion: "declare `\(local)` before the goto, or end its block before the label")
      }
      jumpsByName[name]!.removeLast()
      jumps[index].isSolved = true
      waitingJumps -= 1
    }
  }

  private func failLostJump(from first: Int) throws(LuaSyntaxError) {
    guard let jump = jumps[first...].first(where: { !$0.isSolved }) else { return }
    if jump.word.text == LuaScopes.breakLabel {
      throw LuaSyntaxError("`break` stands outside of any loop", at: jump.word.range)
    }
    throw LuaSyntaxError("there is no label `\(jump.word.text)` that this goto can see", at: jump.word.range)
  }
}
