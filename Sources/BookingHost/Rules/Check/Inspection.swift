/// Looks at rule files without running them: follows what the host hands to their functions through names,
/// tables and calls, and finds what cannot be meant.
///
/// Reports what is certain: a value of which nothing is known is never wrong.
final class Inspection {
  let files: [String: CheckedFile]
  let modes: [String: ModeOutline]
  /// Files that are there, parsed or not.
  let paths: Set<String>
  /// The templates that `email` can name; nil where that is not known.
  let mail: Set<String>?
  private(set) var findings: [Place: RuleFinding] = [:]
  private var counts: [String: Int] = [:]
  /// Texts that the rules compare with, or look up by, what every restaurant calls its own way: by fact.
  private(set) var mentions = Mentions()

  /// Every frame there was.
  private var frames: [Frame] = []
  /// Frames of files as they are loaded.
  private var fileFrames: [String: Frame] = [:]
  /// Calls that have been looked at, and what they give.
  var calls: [Call: Shape] = [:]
  /// The entries of tables, by their keys.
  private var tables: [Shape.Table: [LuaKey: LuaEntry]] = [:]
  var callDepth = 0
  var shapeDepth = 0
  private var work = 0

  /// What makes two findings the same.
  struct Place: Hashable {
    var file: String
    var range: SourceRange
    var code: String
  }

  /// A function called with certain things in certain circumstances.
  struct Call: Hashable {
    var function: Shape.Function
    var arguments: [Shape]
    var context: RuleContext
  }

  /// Files are looked at up to here; what is left unseen is not reported. The shipped rules take some 4,000.
  static let mostWork = 200_000
  /// In one file.
  static let mostFindings = 100
  static let deepest = 24

  init(files: [CheckedFile], modes: [ModeOutline], paths: Set<String>, mail: Set<String>?) {
    self.files = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
    self.modes = Dictionary(uniqueKeysWithValues: modes.map { ($0.mode, $0) })
    self.paths = paths
    self.mail = mail
  }

  /// Everything there is to find.
  func run() -> [RuleFinding] {
    for path in files.keys.sorted() { inspectFile(path) }
    for mode in modes.keys.sorted() { inspectContract(modes[mode]!) }
    // A local that holds a function made beside it holds itself: nobody else would let go of either.
    for frame in frames { frame.locals = [:] }
    return Array(findings.values)
  }

  /// Whether there is room for one more step. A file that is made to keep the check busy ends here.
  func mayWork() -> Bool {
    work += 1
    return work < Inspection.mostWork
  }

  /// Adds a finding, unless the same was found there before, or there are more than anyone would read.
  func report(
    _ code: String, _ message: String, _ range: SourceRange, in file: CheckedFile,
    suggestion: @autoclosure () -> String? = nil, severity: RuleFinding.Severity = .error
  ) {
    let place = Place(file: file.path, range: range, code: code)
    let known = findings[place]
    guard known == nil || known?.severity == .warning && severity == .error,
      counts[file.path, default: 0] < Inspection.mostFindings
    else { return }
    counts[file.path, default: 0] += 1
    findings[place] = RuleFinding(
      severity, code, message, file: file.path, at: range.start, suggestion: suggestion())
  }

  func mention(_ text: String, of shape: Shape) {
    if let origin = shape.origin { mentions.add(text, of: origin) }
  }

  /// Whether a spot has been reported for a reason.
  func isKnown(_ code: String, _ range: SourceRange, _ file: CheckedFile) -> Bool {
    findings[Place(file: file.path, range: range, code: code)] != nil
  }

  // MARK: Files

  /// The frame of a file's outermost code.
  func frame(of path: String) -> Frame? {
    if let frame = fileFrames[path] { return frame }
    guard let file = files[path] else { return nil }
    let frame = enter(file, function: 0, parent: nil, RuleContext(mode: nil, place: .load))
    fileFrames[path] = frame
    return frame
  }

  /// A frame for code that is about to be looked at.
  func enter(
    _ file: CheckedFile, function: Int, parent: Frame?, _ context: RuleContext,
    arguments: [LuaLocal.ID: Shape] = [:]
  ) -> Frame {
    let frame = Frame(file, function: function, parent: parent, context: context, arguments: arguments)
    frames.append(frame)
    return frame
  }

  private func inspectFile(_ path: String) {
    guard let frame = frame(of: path) else { return }
    inspect(frame.file.chunk.body, frame)
  }

  /// The entries of a table that a file builds, by their keys; of one that is written twice, the last.
  func entries(of table: Shape.Table) -> [LuaKey: LuaEntry] {
    if let known = tables[table] { return known }
    var entries: [LuaKey: LuaEntry] = [:]
    for entry in table.frame.file.chunk.entries(of: table.entry) { entries[entry.key!] = entry }
    tables[table] = entries
    return entries
  }

  // MARK: Code

  /// Looks at the statements and expressions of a function's body. Functions inside it are looked at with
  /// nothing known of their parameters.
  func inspect(_ block: LuaBlock, _ frame: Frame) {
    var inner: [LuaFunction] = []
    LuaNode.walk(block.nodes) { node in
      guard mayWork() else { return false }
      switch node {
      case .statement(let statement):
        inspect(statement, frame)
        guard let function = statement.function else { return true }
        inner.append(function)
        if case .function(let target, _, _) = statement.kind { inspectTarget(target, frame) }
        return false
      case .expression(let expression):
        inspect(expression, frame)
        guard case .function(let function) = expression.kind else { return true }
        inner.append(function)
        return false
      }
    }
    for function in inner { inspectInner(function, frame) }
  }

  private func inspectInner(_ function: LuaFunction, _ frame: Frame) {
    var context = frame.context
    if context.place == .load { context.place = .anywhere }
    inspect(function.body, enter(frame.file, function: function.id, parent: frame, context))
  }

  private func inspect(_ statement: LuaStatement, _ frame: Frame) {
    switch statement.kind {
    case .assignment(let targets, _): for target in targets { inspectAssignment(target, frame) }
    case .function(let target, _, _): inspectAssignment(target, frame, isFunction: true)
    case .if(let clauses, _): for clause in clauses { inspectCondition(clause.condition, frame) }
    case .while(let condition, _), .repeat(_, let condition): inspectCondition(condition, frame)
    default: break
    }
  }

  private func inspectTarget(_ target: LuaExpression, _ frame: Frame) {
    if case .member(let record, _) = target.kind { inspect(record, frame) }
  }

  private func inspect(_ expression: LuaExpression, _ frame: Frame) {
    switch expression.kind {
    case .name(let name): inspectName(name, frame)
    case .member(let record, let word): inspectKey(word.text, word.range, of: record, frame)
    case .index(let record, let key): inspectIndex(record, key, frame)
    case .call(let callee, let method, let arguments):
      inspectCall(Called(expression, callee, method, arguments), frame)
    case .binary(let left, let symbol, let right): inspectBinary(left, symbol, right, frame)
    case .unary(let symbol, let operand): inspectUnary(symbol, operand, frame)
    default: break
    }
  }
}

extension LuaStatement {
  /// The function that this declares.
  fileprivate var function: LuaFunction? {
    switch kind {
    case .localFunction(_, let function), .function(_, _, let function): function
    default: nil
    }
  }
}
