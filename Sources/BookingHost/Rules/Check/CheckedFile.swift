/// A rule file that can be parsed, with what the check looks up in it.
struct CheckedFile: Sendable {
  let path: String
  let source: String
  let chunk: LuaChunk
  let index: Index

  init(path: String, source: String, chunk: LuaChunk) {
    self.path = path
    self.source = source
    self.chunk = chunk
    index = Index(chunk)
  }

  var isLibrary: Bool { path.hasPrefix("lib/") }

  /// A piece of the source for a sentence: cut short where it is long or goes over lines.
  func text(_ range: SourceRange) -> String {
    let text = source[source: range].prefix(60)
    let line = text.prefix { !$0.isNewline }
    return line.utf8.count == range.offsets.count ? String(line) : line.prefix(32) + "…"
  }

  /// What is gathered in one walk over a file.
  struct Index: Sendable {
    /// What a loop's variables are taken from, and which of its values each is.
    private(set) var loops: [LuaLocal.ID: (values: [LuaExpression], position: Int)] = [:]
    /// Names of keys that a statement sets, anywhere in the file.
    private(set) var assignedKeys: Set<String> = []
    /// The same, by statements inside functions and blocks.
    private(set) var nestedKeys: Set<String> = []
    /// Globals that the file sets, wrongly.
    private(set) var globals: Set<String> = []
    /// Locals of which the code asks what type they are.
    private var typed: Set<LuaLocal.ID> = []
    private var occurrences: [LuaLocal.ID: Int] = [:]
    private var harmless: [LuaLocal.ID: Int] = [:]
    private var extended: Set<LuaLocal.ID> = []
    private var outermost: Set<SourceRange> = []

    init(_ chunk: LuaChunk) {
      outermost = Set(chunk.body.statements.map(\.range))
      if case .return(let values)? = chunk.body.statements.last?.kind { values.forEach { note($0) } }
      chunk.forEach { node in
        switch node {
        case .statement(let statement): add(statement)
        case .expression(let expression): add(expression)
        }
      }
    }

    /// Whether a function asks for the type of a parameter.
    func asksForTypes(_ function: LuaFunction) -> Bool { function.parameters.contains(where: typed.contains) }

    /// Whether a local's table has the keys that can be seen being set, and no others: whether the local is
    /// used only to read and set keys that are written out.
    func isClosed(_ id: LuaLocal.ID) -> Bool {
      occurrences[id, default: 0] == harmless[id, default: 0] && !extended.contains(id)
    }
  }
}

extension CheckedFile.Index {
  private mutating func add(_ statement: LuaStatement) {
    switch statement.kind {
    case .assignment(let targets, _):
      for target in targets { addTarget(target, isNested: !outermost.contains(statement.range)) }
    case .function(let target, _, _): addTarget(target, isNested: !outermost.contains(statement.range))
    case .genericFor(let variables, let values, _):
      for (position, variable) in variables.enumerated() { loops[variable] = (values, position) }
    default: break
    }
  }

  private mutating func addTarget(_ target: LuaExpression, isNested: Bool) {
    let key: String
    switch target.kind {
    case .name(let name):
      if name.binding == .global { globals.insert(name.text) }
      return
    case .member(_, let word): key = word.text
    case .index(let record, let computed):
      guard case .text(let text) = computed.kind, let name = text.string else {
        if let id = record.local { extended.insert(id) }
        return
      }
      key = name
    default: return
    }
    assignedKeys.insert(key)
    if isNested { nestedKeys.insert(key) }
  }

  private mutating func add(_ expression: LuaExpression) {
    switch expression.kind {
    case .name: if let id = expression.local { occurrences[id, default: 0] += 1 }
    case .member(let record, _), .index(let record, _): note(record)
    case .unary(let symbol, let operand) where symbol.kind == .length: note(operand)
    case .call(let callee, nil, let arguments):
      guard case .name(let name) = callee.kind, name.binding == .global,
        ["pairs", "ipairs", "next", "type"].contains(name.text)
      else { return }
      arguments.values.forEach { note($0) }
      if name.text == "type", let asked = arguments.values.first?.local { typed.insert(asked) }
    default: break
    }
  }

  private mutating func note(_ expression: LuaExpression) {
    if let id = expression.local { harmless[id, default: 0] += 1 }
  }
}

extension LuaExpression {
  /// The local that this is the name of.
  var local: LuaLocal.ID? {
    if case .name(let name) = kind, case .local(let id) = name.binding { id } else { nil }
  }
}
